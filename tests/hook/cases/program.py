"""Runs the programs beside this one that are named, each on a graph of its own.

Under TensorFlow 1.15.5, for `printed.txt`: `python program.py > printed.txt`.
"""

import runpy
import sys
from os.path import dirname, join

import tensorflow as tf

# Programs that share a process.
NAMES = """cluster_resolver early_hook feature_layers host_summary metric_ops old_python
predict_generator python_keras reflection summary tf_config_empty variable_scope vocabulary"""

for name in sys.argv[1:] or NAMES.split():
    print("== " + name, flush=True)
    tf.reset_default_graph()
    runpy.run_path(join(dirname(__file__), name + ".py"), run_name=name)
