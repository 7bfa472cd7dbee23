"""Where every name of `tensorflow.contrib` went; data only, TensorFlow is never imported here.

Three sets cover TF 1.15's contrib: what exists as a module under `tf_spec_compat.contrib` (found
by the prefix rule of `ours`, with no row here), what TensorFlow has under another name (`ALIASES`),
and what is gone, with advice: whole packages (`REMOVED`), and modules (`REMOVED_MODULES`) and names
(`REMOVED_NAMES`) of the packages that are here (`CARRIED`).
"""

from __future__ import annotations

from tf_spec_compat._names import (
    data,
    feature_column,
    framework,
    metrics,
    session_bundle,
    tpu,
    util,
)
from tf_spec_compat._names.internals import INTERNALS
from tf_spec_compat._names.modules import REMOVED_MODULES
from tf_spec_compat._names.removed import REMOVED_NAMES

__all__ = [
    "ALIASES",
    "CARRIED",
    "INTERNALS",
    "LEGACY",
    "MOVED",
    "OURS",
    "REMOVED",
    "REMOVED_MODULES",
    "REMOVED_NAMES",
    "SHOWN",
    "VIEW_ATTRIBUTES",
    "advice",
    "is_namespace",
    "legacy",
    "moved",
    "ours",
]

LEGACY = "tensorflow.contrib"
OURS = "tf_spec_compat.contrib"

# `contrib/P/python/Q` in TF 1.15: Q has no meaning of its own when it is one of these, or P again.
_LAYOUT_FOLDERS = frozenset({"framework", "ops", "training"})

# Paths that would clash with a public name of the package -> the last part that they have here.
_RENAMED = {"framework.arg_scope": "arg_scope_module"}

# Legacy module -> {name: where it lives}, for modules of nothing but such names. Its grammar is
# `_lazy.attach`'s, in which `tf.x.y` is TensorFlow's. The rows are in `_names`, a file a package.
ALIASES: dict[str, dict[str, str]] = {
    **data.ALIASES,
    **feature_column.ALIASES,
    **framework.ALIASES,
    **metrics.ALIASES,
    **tpu.ALIASES,
    **session_bundle.ALIASES,
    **util.ALIASES,
}

# Names of TF 1.15's `tf` that `tf.compat.v1` does not have, and the module that each one is.
VIEW_ATTRIBUTES: dict[str, str] = {
    "compiler": "tensorflow.compiler",
    "core": "tensorflow.core",
    "python": "tensorflow.python",
    "pywrap_tensorflow": "tensorflow.python.pywrap_tensorflow",
    "tools": "tensorflow.tools",
}

# Modules outside contrib that programs imported and TensorFlow may lack -> where they live on.
MOVED: dict[str, str] = {
    "tensorflow.examples.tutorials.mnist.input_data": f"{OURS}.learn.datasets.mnist",
    "tensorflow.python.estimator": "tensorflow_estimator.python.estimator",  # Until TF 2.15.
}

_FOLDERS = (
    "tensorflow.examples",
    "tensorflow.examples.tutorials",
    "tensorflow.examples.tutorials.mnist",
)

# Namespace -> the package whose names it shows as well.
SHOWN: dict[str, str] = {f"{LEGACY}.learn.python": f"{LEGACY}.learn"}

# The packages of contrib that are here, and where to look for what none of them has.
CARRIED: dict[str, str] = {
    "data": "tf.data has its parts: tf.data.experimental, tf.data.Dataset",
    "estimator": "the heads' core counterparts are in tf.compat.v1.estimator",
    "feature_column": "the core columns are in tf.feature_column",
    "framework": "tf.compat.v1.train.get_global_step and tf.train.load_variable are in TensorFlow, "
    "arg_scope in the package tf-slim",
    "layers": "TensorFlow 1.15 has no such name there",
    "learn": "TensorFlow 1.15 has no such name there",
    "linear_optimizer": "tf.raw_ops.SdcaOptimizerV2 is what it stands on",
    "lookup": "tf.lookup has its tables",
    "losses": "tf.compat.v1.losses has its losses",
    "metrics": "tf.compat.v1.metrics has the streaming metrics, without the prefix streaming_",
    "predictor": "tf.saved_model.load gives what can be called",
    "rnn": "tf.compat.v1.nn.rnn_cell and tf.compat.v1.nn.dynamic_rnn have its cells and functions",
    "session_bundle": "tf.compat.v1.saved_model.Builder exports",
    "slim": "install the package tf-slim and import tf_slim",
    "tensorboard": "the package tensorboard has its plugins",
    "testing": "tf.test has what is left of it",
    "tpu": "tf.compat.v1.tpu and tf.compat.v1.estimator.tpu have its public names",
    "training": "TensorFlow 1.15 has no such name there",
    "util": "TensorFlow 1.15 has no such name there",
}

_NO_SUCCESSOR = "it was dropped with TensorFlow 2 and has no successor in TensorFlow"

# Package of contrib -> what to use instead. A test resolves every `tf....` path in these texts.
REMOVED: dict[str, str] = {
    "all_reduce": "use tf.distribute.MirroredStrategy, tf.raw_ops.CollectiveReduce underneath",
    "autograph": "use tf.autograph",
    "batching": "use tf.nondifferentiable_batch_function",
    "bayesflow": "use the package tensorflow-probability",
    "bigtable": "use the package tensorflow-io",
    "boosted_trees": "use the package tensorflow-decision-forests",
    "checkpoint": "use tf.train.Checkpoint and tf.train.CheckpointManager",
    "cloud": "use the package tensorflow-io",
    "cluster_resolver": "use tf.distribute.cluster_resolver",
    "cmake": "it was build tooling, not a module",
    "compiler": "use tf.xla.experimental.compile or tf.function(jit_compile=True)",
    "constrained_optimization": "use the package tensorflow-constrained-optimization",
    "copy_graph": "use tf.graph_util.import_graph_def on the other graph's as_graph_def()",
    "crf": "use the package tensorflow-addons (text.crf)",
    "cudnn_rnn": "use tf.keras.layers.LSTM or tf.keras.layers.GRU, which pick cuDNN by themselves",
    "decision_trees": "use the package tensorflow-decision-forests",
    "deprecated": "use tf.compat.v1.summary",
    "distribute": "use tf.distribute",
    "distributions": "use the package tensorflow-probability (tfp.distributions)",
    "eager": "use TensorFlow itself: eager mode is the default; tf.GradientTape, tf.py_function",
    "factorization": "k-means and matrix factorization have no successor in TensorFlow itself",
    "ffmpeg": "use tf.audio.decode_wav, or the package tensorflow-io for other formats",
    "fused_conv": _NO_SUCCESSOR,
    "graph_editor": "use tf.graph_util.import_graph_def with an input_map",
    "grid_rnn": _NO_SUCCESSOR,
    "hadoop": "use the package tensorflow-io",
    "hooks": "use tf.compat.v1.train.ProfilerHook",
    "ignite": "use the package tensorflow-io",
    "image": "use tf.image, or the package tensorflow-addons for its transforms",
    "input_pipeline": "use tf.data.Dataset",
    "integrate": "use the package tensorflow-probability (tfp.math.ode)",
    "kafka": "use the package tensorflow-io",
    "keras": "use tf.keras",
    "kernel_methods": _NO_SUCCESSOR,
    "kinesis": "use the package tensorflow-io",
    "labeled_tensor": _NO_SUCCESSOR,
    "legacy_seq2seq": "use the package tensorflow-addons (seq2seq)",
    "libsvm": "parse the lines with tf.strings.split and tf.data.TextLineDataset",
    "memory_stats": "use tf.config.experimental.get_memory_info",
    "meta_graph_transform": _NO_SUCCESSOR,
    "mixed_precision": "use tf.compat.v1.mixed_precision",
    "model_pruning": "use the package tensorflow-model-optimization",
    "nearest_neighbor": _NO_SUCCESSOR,
    "nn": "use tf.nn",
    "opt": "use tf.compat.v1.train's optimizers, or the package tensorflow-addons",
    "optimizer_v2": "use tf.compat.v1.train's optimizers",
    "periodic_resample": _NO_SUCCESSOR,
    "proto": "use tf.io.decode_proto and tf.io.encode_proto",
    "quantization": "use tf.quantization",
    "quantize": "use the package tensorflow-model-optimization",
    "receptive_field": _NO_SUCCESSOR,
    "recurrent": "use tf.scan or tf.while_loop",
    "reduce_slice_ops": "use tf.math.segment_sum and its siblings",
    "remote_fused_graph": _NO_SUCCESSOR,
    "resampler": "use the package tensorflow-addons (image.resampler)",
    "rpc": _NO_SUCCESSOR,
    "saved_model": "use tf.saved_model and tf.compat.v1.saved_model",
    "seq2seq": "use the package tensorflow-addons (seq2seq)",
    "signal": "use tf.signal",
    "solvers": "use tf.linalg.experimental.conjugate_gradient or tf.linalg.lstsq",
    "sparsemax": "use the package tensorflow-addons (activations.sparsemax)",
    "specs": _NO_SUCCESSOR,
    "staging": "tf.raw_ops.Stage and tf.raw_ops.Unstage are what it stood on",
    "stat_summarizer": "use tf.profiler.experimental",
    "stateless": "use tf.random.stateless_uniform and its siblings",
    "summary": "use tf.summary",
    "tensor_forest": "use the package tensorflow-decision-forests",
    "tensorrt": "use tf.experimental.tensorrt.Converter",
    "text": "use the package tensorflow-text",
    "tfprof": "use tf.compat.v1.profiler",
    "timeseries": "use the package tensorflow-probability (tfp.sts)",
}


def ours(path: str) -> str:
    """Returns the path under `tf_spec_compat.contrib` that mirrors a legacy one.

    Args:
      path: A dotted path at or below `tensorflow.contrib`, deep layout folders allowed:
        `tensorflow.contrib.learn.python.learn.monitors` is `tf_spec_compat.contrib.learn.monitors`.

    Raises:
      ValueError: `path` is not at or below `tensorflow.contrib`.
    """
    if path != LEGACY and not path.startswith(LEGACY + "."):
        raise ValueError(f"{path!r} is not at or below {LEGACY!r}")
    parts = path.split(".")[2:]
    if len(parts) > 1 and parts[1] == "python":
        package, rest = parts[0], parts[2:]
        if rest and (rest[0] == package or rest[0] in _LAYOUT_FOLDERS):
            del rest[0]
        parts = [package, *rest]
        parts[-1] = _RENAMED.get(".".join(parts), parts[-1])
    return ".".join([OURS, *parts])


def legacy(path: str) -> str:
    """Returns the short legacy path of one of our contrib modules; other paths as they are."""
    return LEGACY + path[len(OURS) :] if path == OURS or path.startswith(OURS + ".") else path


def moved(path: str) -> str:
    """Returns where a module of `MOVED`, or one below it, is now."""
    for old, new in MOVED.items():
        if path == old or path.startswith(old + "."):
            return new + path[len(old) :]
    return path


def is_namespace(path: str) -> bool:
    """Says whether `path` holds nothing but modules: `tensorflow.contrib.P.python`, for example."""
    if path in _FOLDERS:
        return True
    parts = path.split(".")
    return len(parts) == 4 and parts[:2] == LEGACY.split(".") and parts[3] == "python"


def advice(path: str) -> str:
    """Says why the legacy `path` is not there and what to use instead."""
    short = legacy(path)
    package = short.split(".")[2] if short.count(".") > 1 else ""
    if package in REMOVED:
        return f"{path!r} is gone: {LEGACY}.{package} left with TensorFlow 2; {REMOVED[package]}."
    if package in CARRIED:
        here = legacy(ours(path)) if path.startswith(LEGACY + ".") else short
        gone = REMOVED_NAMES.get(here) or REMOVED_MODULES.get(here)
        if gone:
            return f"{path!r} is gone: {gone}."
        return f"{path!r} is not carried by tf_spec_compat; {CARRIED[package]}."
    return f"{path!r} does not exist: TensorFlow 1.15's contrib had no package {package!r}."
