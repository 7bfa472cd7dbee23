# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib import data as data
from tf_spec_compat.contrib import estimator as estimator
from tf_spec_compat.contrib import feature_column as feature_column
from tf_spec_compat.contrib import framework as framework
from tf_spec_compat.contrib import layers as layers
from tf_spec_compat.contrib import learn as learn
from tf_spec_compat.contrib import linear_optimizer as linear_optimizer
from tf_spec_compat.contrib import lookup as lookup
from tf_spec_compat.contrib import losses as losses
from tf_spec_compat.contrib import metrics as metrics
from tf_spec_compat.contrib import predictor as predictor
from tf_spec_compat.contrib import rnn as rnn
from tf_spec_compat.contrib import session_bundle as session_bundle
from tf_spec_compat.contrib import slim as slim
from tf_spec_compat.contrib import tensorboard as tensorboard
from tf_spec_compat.contrib import testing as testing
from tf_spec_compat.contrib import tpu as tpu
from tf_spec_compat.contrib import training as training
from tf_spec_compat.contrib import util as util

__all__ = [
    "data",
    "estimator",
    "feature_column",
    "framework",
    "layers",
    "learn",
    "linear_optimizer",
    "lookup",
    "losses",
    "metrics",
    "predictor",
    "rnn",
    "session_bundle",
    "slim",
    "tensorboard",
    "testing",
    "tpu",
    "training",
    "util",
]
