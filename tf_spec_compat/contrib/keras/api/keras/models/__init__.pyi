# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "Model",
    "Sequential",
    "load_model",
    "model_from_config",
    "model_from_json",
    "model_from_yaml",
    "save_model",
]

load_model: Any
model_from_config: Any
model_from_json: Any
model_from_yaml: Any
save_model: Any

class Model(Any): ...
class Sequential(Any): ...
