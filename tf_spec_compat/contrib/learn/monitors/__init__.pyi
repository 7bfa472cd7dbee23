# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import checkpoint_management as checkpoint_management
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat.training.monitors.base import BaseMonitor as BaseMonitor
from tf_spec_compat.training.monitors.base import EveryN as EveryN
from tf_spec_compat.training.monitors.base import as_graph_element, extract_output
from tf_spec_compat.training.monitors.control import NanLoss as NanLoss
from tf_spec_compat.training.monitors.control import StopAtStep as StopAtStep
from tf_spec_compat.training.monitors.hooks import (
    RunHookAdapterForMonitors as RunHookAdapterForMonitors,
)
from tf_spec_compat.training.monitors.hooks import (
    replace_monitors_with_hooks as replace_monitors_with_hooks,
)
from tf_spec_compat.training.monitors.reports import CaptureVariable as CaptureVariable
from tf_spec_compat.training.monitors.reports import LoggingTrainable as LoggingTrainable
from tf_spec_compat.training.monitors.reports import PrintTensor as PrintTensor
from tf_spec_compat.training.monitors.reports import StepCounter as StepCounter
from tf_spec_compat.training.monitors.reports import SummarySaver as SummarySaver
from tf_spec_compat.training.monitors.reports import get_default_monitors as get_default_monitors
from tf_spec_compat.training.monitors.saving import CheckpointSaver as CheckpointSaver
from tf_spec_compat.training.monitors.saving import ExportMonitor as ExportMonitor
from tf_spec_compat.training.monitors.saving import GraphDump as GraphDump
from tf_spec_compat.training.monitors.validation import ValidationMonitor as ValidationMonitor

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

_as_graph_element = as_graph_element
_extract_output = extract_output
logging = tf_logging

class NanLossDuringTrainingError(Any): ...
