# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt import *
from tf_spec_compat.contrib.opt import adam_gs_optimizer as adam_gs_optimizer
from tf_spec_compat.contrib.opt import adamax as adamax
from tf_spec_compat.contrib.opt import addsign as addsign
from tf_spec_compat.contrib.opt import agn_optimizer as agn_optimizer
from tf_spec_compat.contrib.opt import (
    drop_stale_gradient_optimizer as drop_stale_gradient_optimizer,
)
from tf_spec_compat.contrib.opt import elastic_average_optimizer as elastic_average_optimizer
from tf_spec_compat.contrib.opt import external_optimizer as external_optimizer
from tf_spec_compat.contrib.opt import lars_optimizer as lars_optimizer
from tf_spec_compat.contrib.opt import lazy_adam_gs_optimizer as lazy_adam_gs_optimizer
from tf_spec_compat.contrib.opt import lazy_adam_optimizer as lazy_adam_optimizer
from tf_spec_compat.contrib.opt import matrix_functions as matrix_functions
from tf_spec_compat.contrib.opt import model_average_optimizer as model_average_optimizer
from tf_spec_compat.contrib.opt import moving_average_optimizer as moving_average_optimizer
from tf_spec_compat.contrib.opt import multitask_optimizer_wrapper as multitask_optimizer_wrapper
from tf_spec_compat.contrib.opt import nadam_optimizer as nadam_optimizer
from tf_spec_compat.contrib.opt import powersign as powersign
from tf_spec_compat.contrib.opt import reg_adagrad_optimizer as reg_adagrad_optimizer
from tf_spec_compat.contrib.opt import shampoo as shampoo
from tf_spec_compat.contrib.opt import sign_decay as sign_decay
from tf_spec_compat.contrib.opt import variable_clipping_optimizer as variable_clipping_optimizer
from tf_spec_compat.contrib.opt import weight_decay_optimizers as weight_decay_optimizers

__all__ = [
    "AGNCustomGetter",
    "AGNOptimizer",
    "AdaMaxOptimizer",
    "AdamGSOptimizer",
    "AdamWOptimizer",
    "AddSignOptimizer",
    "DecoupledWeightDecayExtension",
    "DropStaleGradientOptimizer",
    "ElasticAverageCustomGetter",
    "ElasticAverageOptimizer",
    "ExternalOptimizerInterface",
    "LARSOptimizer",
    "LazyAdamGSOptimizer",
    "LazyAdamOptimizer",
    "ModelAverageCustomGetter",
    "ModelAverageOptimizer",
    "MomentumWOptimizer",
    "MovingAverageOptimizer",
    "MultitaskOptimizerWrapper",
    "NadamOptimizer",
    "PowerSignOptimizer",
    "RegAdagradOptimizer",
    "ScipyOptimizerInterface",
    "ShampooOptimizer",
    "VariableClippingOptimizer",
    "clip_gradients_by_global_norm",
    "extend_with_decoupled_weight_decay",
]
