# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.monitors import *
from tf_spec_compat.contrib.learn.monitors import _as_graph_element as _as_graph_element
from tf_spec_compat.contrib.learn.monitors import _extract_output as _extract_output
from tf_spec_compat.contrib.learn.monitors import checkpoint_management as checkpoint_management
from tf_spec_compat.contrib.learn.monitors import logging as logging

__all__ = [
    "BaseMonitor",
    "CaptureVariable",
    "CheckpointSaver",
    "EveryN",
    "ExportMonitor",
    "GraphDump",
    "LoggingTrainable",
    "NanLoss",
    "NanLossDuringTrainingError",
    "PrintTensor",
    "RunHookAdapterForMonitors",
    "StepCounter",
    "StopAtStep",
    "SummarySaver",
    "ValidationMonitor",
    "get_default_monitors",
    "replace_monitors_with_hooks",
]
