# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "DirectoryIterator",
    "ImageDataGenerator",
    "Iterator",
    "NumpyArrayIterator",
    "array_to_img",
    "img_to_array",
    "load_img",
    "random_channel_shift",
    "random_rotation",
    "random_shear",
    "random_shift",
    "random_zoom",
]

array_to_img: Any
img_to_array: Any
load_img: Any
random_channel_shift: Any
random_rotation: Any
random_shear: Any
random_shift: Any
random_zoom: Any

class DirectoryIterator(Any): ...
class ImageDataGenerator(Any): ...
class Iterator(Any): ...
class NumpyArrayIterator(Any): ...
