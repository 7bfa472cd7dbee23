# Written by tools/stubs.py; change the tables instead.

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
from tf_spec_compat.contrib.opt import python as python
from tf_spec_compat.contrib.opt import reg_adagrad_optimizer as reg_adagrad_optimizer
from tf_spec_compat.contrib.opt import shampoo as shampoo
from tf_spec_compat.contrib.opt import sign_decay as sign_decay
from tf_spec_compat.contrib.opt import variable_clipping_optimizer as variable_clipping_optimizer
from tf_spec_compat.contrib.opt import weight_decay_optimizers as weight_decay_optimizers
from tf_spec_compat.optimizers.adam_gs import AdamGSOptimizer as AdamGSOptimizer
from tf_spec_compat.optimizers.adam_gs import LazyAdamGSOptimizer as LazyAdamGSOptimizer
from tf_spec_compat.optimizers.adamax import AdaMaxOptimizer as AdaMaxOptimizer
from tf_spec_compat.optimizers.agn import AGNCustomGetter as AGNCustomGetter
from tf_spec_compat.optimizers.agn import AGNOptimizer as AGNOptimizer
from tf_spec_compat.optimizers.drop_stale_gradient import (
    DropStaleGradientOptimizer as DropStaleGradientOptimizer,
)
from tf_spec_compat.optimizers.elastic_average import (
    ElasticAverageCustomGetter as ElasticAverageCustomGetter,
)
from tf_spec_compat.optimizers.elastic_average import (
    ElasticAverageOptimizer as ElasticAverageOptimizer,
)
from tf_spec_compat.optimizers.external import (
    ExternalOptimizerInterface as ExternalOptimizerInterface,
)
from tf_spec_compat.optimizers.external import ScipyOptimizerInterface as ScipyOptimizerInterface
from tf_spec_compat.optimizers.lars import LARSOptimizer as LARSOptimizer
from tf_spec_compat.optimizers.lazy_adam import LazyAdamOptimizer as LazyAdamOptimizer
from tf_spec_compat.optimizers.model_average import (
    ModelAverageCustomGetter as ModelAverageCustomGetter,
)
from tf_spec_compat.optimizers.model_average import ModelAverageOptimizer as ModelAverageOptimizer
from tf_spec_compat.optimizers.moving_average import (
    MovingAverageOptimizer as MovingAverageOptimizer,
)
from tf_spec_compat.optimizers.multitask import (
    MultitaskOptimizerWrapper as MultitaskOptimizerWrapper,
)
from tf_spec_compat.optimizers.multitask import (
    clip_gradients_by_global_norm as clip_gradients_by_global_norm,
)
from tf_spec_compat.optimizers.nadam import NadamOptimizer as NadamOptimizer
from tf_spec_compat.optimizers.reg_adagrad import RegAdagradOptimizer as RegAdagradOptimizer
from tf_spec_compat.optimizers.shampoo import ShampooOptimizer as ShampooOptimizer
from tf_spec_compat.optimizers.sign import AddSignOptimizer as AddSignOptimizer
from tf_spec_compat.optimizers.sign import PowerSignOptimizer as PowerSignOptimizer
from tf_spec_compat.optimizers.variable_clipping import (
    VariableClippingOptimizer as VariableClippingOptimizer,
)
from tf_spec_compat.optimizers.weight_decay import AdamWOptimizer as AdamWOptimizer
from tf_spec_compat.optimizers.weight_decay import (
    DecoupledWeightDecayExtension as DecoupledWeightDecayExtension,
)
from tf_spec_compat.optimizers.weight_decay import MomentumWOptimizer as MomentumWOptimizer
from tf_spec_compat.optimizers.weight_decay import (
    extend_with_decoupled_weight_decay as extend_with_decoupled_weight_decay,
)

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
