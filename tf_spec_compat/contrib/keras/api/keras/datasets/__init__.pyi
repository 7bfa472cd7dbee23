# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.keras.api.keras.datasets import boston_housing as boston_housing
from tf_spec_compat.contrib.keras.api.keras.datasets import cifar10 as cifar10
from tf_spec_compat.contrib.keras.api.keras.datasets import cifar100 as cifar100
from tf_spec_compat.contrib.keras.api.keras.datasets import imdb as imdb
from tf_spec_compat.contrib.keras.api.keras.datasets import mnist as mnist
from tf_spec_compat.contrib.keras.api.keras.datasets import reuters as reuters

__all__ = ["boston_housing", "cifar10", "cifar100", "imdb", "mnist", "reuters"]
