# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "abs",
    "all",
    "any",
    "arange",
    "argmax",
    "argmin",
    "backend",
    "batch_dot",
    "batch_flatten",
    "batch_get_value",
    "batch_normalization",
    "batch_set_value",
    "bias_add",
    "binary_crossentropy",
    "cast",
    "cast_to_floatx",
    "categorical_crossentropy",
    "clear_session",
    "clip",
    "concatenate",
    "constant",
    "conv1d",
    "conv2d",
    "conv2d_transpose",
    "conv3d",
    "cos",
    "count_params",
    "ctc_batch_cost",
    "ctc_decode",
    "ctc_label_dense_to_sparse",
    "dot",
    "dropout",
    "dtype",
    "elu",
    "epsilon",
    "equal",
    "eval",
    "exp",
    "expand_dims",
    "eye",
    "flatten",
    "floatx",
    "foldl",
    "foldr",
    "function",
    "gather",
    "get_session",
    "get_uid",
    "get_value",
    "gradients",
    "greater",
    "greater_equal",
    "hard_sigmoid",
    "image_data_format",
    "in_test_phase",
    "in_top_k",
    "in_train_phase",
    "int_shape",
    "is_sparse",
    "l2_normalize",
    "learning_phase",
    "less",
    "less_equal",
    "log",
    "manual_variable_initialization",
    "map_fn",
    "max",
    "maximum",
    "mean",
    "min",
    "minimum",
    "moving_average_update",
    "name_scope",
    "ndim",
    "normalize_batch_in_training",
    "not_equal",
    "one_hot",
    "ones",
    "ones_like",
    "permute_dimensions",
    "placeholder",
    "pool2d",
    "pool3d",
    "pow",
    "print_tensor",
    "prod",
    "random_binomial",
    "random_normal",
    "random_normal_variable",
    "random_uniform",
    "random_uniform_variable",
    "relu",
    "repeat",
    "repeat_elements",
    "reset_uids",
    "reshape",
    "resize_images",
    "resize_volumes",
    "reverse",
    "rnn",
    "round",
    "separable_conv2d",
    "set_epsilon",
    "set_floatx",
    "set_image_data_format",
    "set_learning_phase",
    "set_session",
    "set_value",
    "shape",
    "sigmoid",
    "sign",
    "sin",
    "softmax",
    "softplus",
    "softsign",
    "sparse_categorical_crossentropy",
    "spatial_2d_padding",
    "spatial_3d_padding",
    "sqrt",
    "square",
    "squeeze",
    "stack",
    "std",
    "stop_gradient",
    "sum",
    "switch",
    "tanh",
    "temporal_padding",
    "to_dense",
    "transpose",
    "truncated_normal",
    "update",
    "update_add",
    "update_sub",
    "var",
    "variable",
    "zeros",
    "zeros_like",
]

abs: Any
all: Any
any: Any
arange: Any
argmax: Any
argmin: Any
backend: Any
batch_dot: Any
batch_flatten: Any
batch_get_value: Any
batch_normalization: Any
batch_set_value: Any
bias_add: Any
binary_crossentropy: Any
cast: Any
cast_to_floatx: Any
categorical_crossentropy: Any
clear_session: Any
clip: Any
concatenate: Any
constant: Any
conv1d: Any
conv2d: Any
conv2d_transpose: Any
conv3d: Any
cos: Any
count_params: Any
ctc_batch_cost: Any
ctc_decode: Any
ctc_label_dense_to_sparse: Any
dot: Any
dropout: Any
dtype: Any
elu: Any
epsilon: Any
equal: Any
eval: Any
exp: Any
expand_dims: Any
eye: Any
flatten: Any
floatx: Any
foldl: Any
foldr: Any
function: Any
gather: Any
get_session: Any
get_uid: Any
get_value: Any
gradients: Any
greater: Any
greater_equal: Any
hard_sigmoid: Any
image_data_format: Any
in_test_phase: Any
in_top_k: Any
in_train_phase: Any
int_shape: Any
is_sparse: Any
l2_normalize: Any
learning_phase: Any
less: Any
less_equal: Any
log: Any
manual_variable_initialization: Any
map_fn: Any
max: Any
maximum: Any
mean: Any
min: Any
minimum: Any
moving_average_update: Any
name_scope: Any
ndim: Any
normalize_batch_in_training: Any
not_equal: Any
one_hot: Any
ones: Any
ones_like: Any
permute_dimensions: Any
placeholder: Any
pool2d: Any
pool3d: Any
pow: Any
print_tensor: Any
prod: Any
random_binomial: Any
random_normal: Any
random_normal_variable: Any
random_uniform: Any
random_uniform_variable: Any
relu: Any
repeat: Any
repeat_elements: Any
reset_uids: Any
reshape: Any
resize_images: Any
resize_volumes: Any
reverse: Any
rnn: Any
round: Any
separable_conv2d: Any
set_epsilon: Any
set_floatx: Any
set_image_data_format: Any
set_learning_phase: Any
set_session: Any
set_value: Any
shape: Any
sigmoid: Any
sign: Any
sin: Any
softmax: Any
softplus: Any
softsign: Any
sparse_categorical_crossentropy: Any
spatial_2d_padding: Any
spatial_3d_padding: Any
sqrt: Any
square: Any
squeeze: Any
stack: Any
std: Any
stop_gradient: Any
sum: Any
switch: Any
tanh: Any
temporal_padding: Any
to_dense: Any
transpose: Any
truncated_normal: Any
update: Any
update_add: Any
update_sub: Any
var: Any
variable: Any
zeros: Any
zeros_like: Any
