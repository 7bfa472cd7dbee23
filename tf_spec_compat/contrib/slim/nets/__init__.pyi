# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.nets import alexnet as alexnet
from tf_spec_compat.contrib.slim.nets import inception as inception
from tf_spec_compat.contrib.slim.nets import inception_v1 as inception_v1
from tf_spec_compat.contrib.slim.nets import inception_v2 as inception_v2
from tf_spec_compat.contrib.slim.nets import inception_v3 as inception_v3
from tf_spec_compat.contrib.slim.nets import overfeat as overfeat
from tf_spec_compat.contrib.slim.nets import resnet_utils as resnet_utils
from tf_spec_compat.contrib.slim.nets import resnet_v1 as resnet_v1
from tf_spec_compat.contrib.slim.nets import resnet_v2 as resnet_v2
from tf_spec_compat.contrib.slim.nets import vgg as vgg

__all__ = [
    "alexnet",
    "inception",
    "inception_v1",
    "inception_v2",
    "inception_v3",
    "overfeat",
    "resnet_utils",
    "resnet_v1",
    "resnet_v2",
    "vgg",
]
