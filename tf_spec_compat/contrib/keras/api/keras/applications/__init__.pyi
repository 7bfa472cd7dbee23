# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.keras.api.keras.applications import inception_v3 as inception_v3
from tf_spec_compat.contrib.keras.api.keras.applications import mobilenet as mobilenet
from tf_spec_compat.contrib.keras.api.keras.applications import resnet50 as resnet50
from tf_spec_compat.contrib.keras.api.keras.applications import vgg16 as vgg16
from tf_spec_compat.contrib.keras.api.keras.applications import vgg19 as vgg19
from tf_spec_compat.contrib.keras.api.keras.applications import xception as xception

__all__ = [
    "VGG16",
    "VGG19",
    "InceptionV3",
    "MobileNet",
    "ResNet50",
    "Xception",
    "inception_v3",
    "mobilenet",
    "resnet50",
    "vgg16",
    "vgg19",
    "xception",
]

VGG16: Any
VGG19: Any

class InceptionV3(Any): ...
class MobileNet(Any): ...
class ResNet50(Any): ...
class Xception(Any): ...
