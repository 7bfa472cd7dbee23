from ..compat import *
