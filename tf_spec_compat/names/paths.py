"""The prefix rule: which of our paths an old one is."""

from __future__ import annotations

__all__ = ["LEGACY", "OURS", "SHOWN", "is_namespace", "legacy", "ours"]

LEGACY = "tensorflow.contrib"
OURS = "tf_spec_compat.contrib"

# `contrib/P/python/Q` in TF 1.15: Q has no meaning of its own when it is one of these, or P again.
_LAYOUT_FOLDERS = frozenset({"framework", "ops", "training"})

# Paths that would clash with a public name of the package -> the last part that they have here.
_RENAMED = {
    "data.get_single_element": "get_single_element_module",
    "data.unique": "unique_module",
    "estimator.multi_head": "multi_head_module",
    "factorization.gmm": "gmm_module",
    "framework.arg_scope": "arg_scope_module",
    "image.dense_image_warp": "dense_image_warp_module",
    "image.interpolate_spline": "interpolate_spline_module",
    "image.sparse_image_warp": "sparse_image_warp_module",
    "nn.alpha_dropout": "alpha_dropout_module",
    "nn.scaled_softplus": "scaled_softplus_module",
    "sparsemax.sparsemax": "sparsemax_module",
    "sparsemax.sparsemax_loss": "sparsemax_loss_module",
    "tpu.device_assignment": "device_assignment_module",
}

# Namespace -> the package whose names it shows as well.
SHOWN: dict[str, str] = {"learn.python": "learn"}

# Folders of TensorFlow's sources that hold nothing but modules.
_FOLDERS = (
    "tensorflow.examples",
    "tensorflow.examples.tutorials",
    "tensorflow.examples.tutorials.mnist",
)


def ours(path: str) -> str:
    """Returns the path under `tf_spec_compat.contrib` whose module a path is.

    Args:
      path: A dotted path at or below `tensorflow.contrib` or `tf_spec_compat.contrib`, deep layout
        folders allowed: `tensorflow.contrib.learn.python.learn.monitors` is
        `tf_spec_compat.contrib.learn.monitors`.

    Raises:
      ValueError: `path` is neither.
    """
    parts = path.split(".")
    if parts[:2] not in (LEGACY.split("."), OURS.split(".")):
        raise ValueError(f"{path!r} is not at or below {LEGACY!r}")
    parts = parts[2:]
    if len(parts) > 2 and parts[1] == "python":
        package, rest = parts[0], parts[2:]
        if rest[0] == package or rest[0] in _LAYOUT_FOLDERS:
            del rest[0]
        parts = [package, *rest]
        parts[-1] = _RENAMED.get(".".join(parts), parts[-1])
    return ".".join([OURS, *parts])


def legacy(path: str) -> str:
    """Returns the legacy path of one of our contrib modules; other paths as they are."""
    return LEGACY + path[len(OURS) :] if path == OURS or path.startswith(OURS + ".") else path


def is_namespace(path: str) -> bool:
    """Says whether a path holds nothing but modules: `tensorflow.contrib.P.python`, for example."""
    parts = path.split(".")
    below_contrib = parts[:2] in (LEGACY.split("."), OURS.split("."))
    return path in _FOLDERS or (below_contrib and len(parts) == 4 and parts[3] == "python")
