# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.keras import api as api
from tf_spec_compat.contrib.keras.api.keras import activations as activations
from tf_spec_compat.contrib.keras.api.keras import applications as applications
from tf_spec_compat.contrib.keras.api.keras import backend as backend
from tf_spec_compat.contrib.keras.api.keras import callbacks as callbacks
from tf_spec_compat.contrib.keras.api.keras import constraints as constraints
from tf_spec_compat.contrib.keras.api.keras import datasets as datasets
from tf_spec_compat.contrib.keras.api.keras import initializers as initializers
from tf_spec_compat.contrib.keras.api.keras import layers as layers
from tf_spec_compat.contrib.keras.api.keras import losses as losses
from tf_spec_compat.contrib.keras.api.keras import metrics as metrics
from tf_spec_compat.contrib.keras.api.keras import models as models
from tf_spec_compat.contrib.keras.api.keras import optimizers as optimizers
from tf_spec_compat.contrib.keras.api.keras import preprocessing as preprocessing
from tf_spec_compat.contrib.keras.api.keras import regularizers as regularizers
from tf_spec_compat.contrib.keras.api.keras import utils as utils

__all__ = [
    "activations",
    "api",
    "applications",
    "backend",
    "callbacks",
    "constraints",
    "datasets",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "models",
    "optimizers",
    "preprocessing",
    "regularizers",
    "utils",
]
