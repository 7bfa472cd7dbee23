# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "GDN",
    "avg_pool2d",
    "avg_pool3d",
    "batch_norm",
    "bias_add",
    "conv1d",
    "conv2d",
    "conv2d_in_plane",
    "conv2d_transpose",
    "conv3d",
    "conv3d_transpose",
    "convolution",
    "convolution1d",
    "convolution2d",
    "convolution2d_in_plane",
    "convolution2d_transpose",
    "convolution3d",
    "convolution3d_transpose",
    "dense_to_sparse",
    "dropout",
    "elu",
    "flatten",
    "fully_connected",
    "gdn",
    "images_to_sequence",
    "layer_norm",
    "legacy_fully_connected",
    "legacy_linear",
    "legacy_relu",
    "linear",
    "max_pool2d",
    "max_pool3d",
    "maxout",
    "one_hot_encoding",
    "pool",
    "relu",
    "relu6",
    "repeat",
    "scale_gradient",
    "separable_conv2d",
    "separable_convolution2d",
    "sequence_to_images",
    "softmax",
    "spatial_softmax",
    "stack",
    "unit_norm",
]

GDN: Any
avg_pool2d: Any
avg_pool3d: Any
batch_norm: Any
bias_add: Any
conv1d: Any
conv2d: Any
conv2d_in_plane: Any
conv2d_transpose: Any
conv3d: Any
conv3d_transpose: Any
convolution: Any
convolution1d: Any
convolution2d: Any
convolution2d_in_plane: Any
convolution2d_transpose: Any
convolution3d: Any
convolution3d_transpose: Any
dense_to_sparse: Any
dropout: Any
elu: Any
flatten: Any
fully_connected: Any
gdn: Any
images_to_sequence: Any
layer_norm: Any
legacy_fully_connected: Any
legacy_linear: Any
legacy_relu: Any
linear: Any
max_pool2d: Any
max_pool3d: Any
maxout: Any
one_hot_encoding: Any
pool: Any
relu: Any
relu6: Any
repeat: Any
scale_gradient: Any
separable_conv2d: Any
separable_convolution2d: Any
sequence_to_images: Any
softmax: Any
spatial_softmax: Any
stack: Any
unit_norm: Any

def __getattr__(name: str) -> Any: ...
