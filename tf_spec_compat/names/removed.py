"""Packages of `tf.contrib` that are gone, and what to use instead; data only."""

from __future__ import annotations

__all__ = ["REMOVED"]

_NO_SUCCESSOR = "it was dropped with TensorFlow 2 and has no successor in TensorFlow"

_IO = "use the package tensorflow-io (TensorFlow 2.12-2.16)"
_OPTIMIZATION = "use the package tensorflow-model-optimization, which works on Keras 2"
_TREES = "use the package ydf, or the package tensorflow-decision-forests (TensorFlow 2.12-2.19)"

# Package of contrib -> what to use instead. This and `[gone]` of the tables hold on every
# TensorFlow from 2.12 on; a package has the releases that it stops at behind it. `tf` may be
# `tensorflow`, or TF1's in a module with the TF1 view: what that lacks is written
# `tf.compat.v2....`. Tests try it.
REMOVED: dict[str, str] = {
    "all_reduce": "use tf.distribute.MirroredStrategy, tf.raw_ops.CollectiveReduce underneath",
    "bayesflow": "use the package tensorflow-probability",
    "bigtable": _IO,
    "boosted_trees": _TREES,
    "cloud": _IO,
    "cmake": "it was build tooling, not a module",
    "compiler": "use tf.xla.experimental.compile or tf.function(jit_compile=True)",
    "constrained_optimization": "use the package tensorflow-constrained-optimization",
    "copy_graph": "use tf.graph_util.import_graph_def on the other graph's as_graph_def()",
    "cudnn_rnn": "use tf.compat.v2.keras.layers.LSTM or GRU, which pick cuDNN by themselves",
    "decision_trees": _TREES,
    "ffmpeg": "use tf.audio.decode_wav; for other formats " + _IO,
    "fused_conv": _NO_SUCCESSOR,
    "graph_editor": "use tf.graph_util.import_graph_def with an input_map",
    "grid_rnn": _NO_SUCCESSOR,
    "hadoop": _IO,
    "ignite": _IO,
    "input_pipeline": "use tf.data.Dataset",
    "integrate": "use the package tensorflow-probability (tfp.math.ode)",
    "kafka": _IO,
    "kernel_methods": _NO_SUCCESSOR,
    "kinesis": _IO,
    "labeled_tensor": _NO_SUCCESSOR,
    "libsvm": "parse lines of tf.data.TextLineDataset with tf.compat.v2.strings.split",
    "memory_stats": "use tf.config.experimental.get_memory_info",
    "meta_graph_transform": _NO_SUCCESSOR,
    "mixed_precision": "use tf.compat.v1.mixed_precision.MixedPrecisionLossScaleOptimizer",
    "model_pruning": _OPTIMIZATION,
    "nearest_neighbor": _NO_SUCCESSOR,
    "optimizer_v2": "use tf.compat.v1.train's optimizers",
    "periodic_resample": _NO_SUCCESSOR,
    "quantize": _OPTIMIZATION,
    "receptive_field": _NO_SUCCESSOR,
    "recurrent": "use tf.scan or tf.while_loop",
    "reduce_slice_ops": "use tf.math.segment_sum and its siblings",
    "remote_fused_graph": _NO_SUCCESSOR,
    "rpc": "use tf.compat.v2.distribute.experimental.rpc",
    "solvers": "use tf.linalg.experimental.conjugate_gradient or tf.linalg.lstsq",
    "specs": _NO_SUCCESSOR,
    "stat_summarizer": "use tf.compat.v2.profiler.experimental",
    "tensor_forest": _TREES,
    "tensorrt": "use tf.compat.v2.experimental.tensorrt.Converter",
    "text": "use the package tensorflow-text, of the release that TensorFlow has",
    "timeseries": "use the package tensorflow-probability (tfp.sts)",
}
