# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib import autograph as autograph
from tf_spec_compat.contrib import batching as batching
from tf_spec_compat.contrib import checkpoint as checkpoint
from tf_spec_compat.contrib import cluster_resolver as cluster_resolver
from tf_spec_compat.contrib import crf as crf
from tf_spec_compat.contrib import data as data
from tf_spec_compat.contrib import deprecated as deprecated
from tf_spec_compat.contrib import distribute as distribute
from tf_spec_compat.contrib import distributions as distributions
from tf_spec_compat.contrib import eager as eager
from tf_spec_compat.contrib import estimator as estimator
from tf_spec_compat.contrib import factorization as factorization
from tf_spec_compat.contrib import feature_column as feature_column
from tf_spec_compat.contrib import framework as framework
from tf_spec_compat.contrib import hooks as hooks
from tf_spec_compat.contrib import image as image
from tf_spec_compat.contrib import keras as keras
from tf_spec_compat.contrib import layers as layers
from tf_spec_compat.contrib import learn as learn
from tf_spec_compat.contrib import legacy_seq2seq as legacy_seq2seq
from tf_spec_compat.contrib import linear_optimizer as linear_optimizer
from tf_spec_compat.contrib import lookup as lookup
from tf_spec_compat.contrib import losses as losses
from tf_spec_compat.contrib import metrics as metrics
from tf_spec_compat.contrib import nn as nn
from tf_spec_compat.contrib import opt as opt
from tf_spec_compat.contrib import predictor as predictor
from tf_spec_compat.contrib import proto as proto
from tf_spec_compat.contrib import quantization as quantization
from tf_spec_compat.contrib import resampler as resampler
from tf_spec_compat.contrib import rnn as rnn
from tf_spec_compat.contrib import saved_model as saved_model
from tf_spec_compat.contrib import seq2seq as seq2seq
from tf_spec_compat.contrib import session_bundle as session_bundle
from tf_spec_compat.contrib import signal as signal
from tf_spec_compat.contrib import slim as slim
from tf_spec_compat.contrib import sparsemax as sparsemax
from tf_spec_compat.contrib import staging as staging
from tf_spec_compat.contrib import stateless as stateless
from tf_spec_compat.contrib import summary as summary
from tf_spec_compat.contrib import tensorboard as tensorboard
from tf_spec_compat.contrib import testing as testing
from tf_spec_compat.contrib import tfprof as tfprof
from tf_spec_compat.contrib import tpu as tpu
from tf_spec_compat.contrib import training as training
from tf_spec_compat.contrib import util as util

__all__ = [
    "autograph",
    "batching",
    "checkpoint",
    "cluster_resolver",
    "crf",
    "data",
    "deprecated",
    "distribute",
    "distributions",
    "eager",
    "estimator",
    "factorization",
    "feature_column",
    "framework",
    "hooks",
    "image",
    "keras",
    "layers",
    "learn",
    "legacy_seq2seq",
    "linear_optimizer",
    "lookup",
    "losses",
    "metrics",
    "nn",
    "opt",
    "predictor",
    "proto",
    "quantization",
    "resampler",
    "rnn",
    "saved_model",
    "seq2seq",
    "session_bundle",
    "signal",
    "slim",
    "sparsemax",
    "staging",
    "stateless",
    "summary",
    "tensorboard",
    "testing",
    "tfprof",
    "tpu",
    "training",
    "util",
]
