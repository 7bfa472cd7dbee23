# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import AutoTrackable as Checkpointable
from tf_spec_compat._tf.private import NoDependency as NoDependency
from tf_spec_compat._tf.private import Trackable as CheckpointableBase
from tf_spec_compat._tf.private import TrackableList as List
from tf_spec_compat._tf.private import TrackableMapping as Mapping
from tf_spec_compat._tf.private import TrackableObjectGraph as CheckpointableObjectGraph
from tf_spec_compat._tf.private import capture_dependencies as capture_dependencies
from tf_spec_compat._tf.private import list_objects as list_objects
from tf_spec_compat._tf.private import object_metadata as object_metadata
from tf_spec_compat.contrib.checkpoint import python as python

__all__ = [
    "CheckpointManager",
    "Checkpointable",
    "CheckpointableBase",
    "CheckpointableObjectGraph",
    "List",
    "Mapping",
    "NoDependency",
    "PythonStateWrapper",
    "capture_dependencies",
    "list_objects",
    "object_metadata",
]

class CheckpointManager(Any): ...
class PythonStateWrapper(Any): ...
