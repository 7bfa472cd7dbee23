from tensorflow.contrib.learn import *  # expect: R101
from nowhere import *  # expect: U603
something
