"""Monitors, which watch training (`...learn.monitors`); hooks have succeeded them.

`Estimator.fit(monitors=[...])` takes monitors and hooks alike; `replace_monitors_with_hooks` makes
hooks of monitors for everything else.
"""

from __future__ import annotations

from tf_spec_compat.contrib.learn._monitors.adapter import (
    RunHookAdapterForMonitors,
    replace_monitors_with_hooks,
)
from tf_spec_compat.contrib.learn._monitors.base import BaseMonitor, EveryN
from tf_spec_compat.contrib.learn._monitors.base import as_graph_element as _as_graph_element
from tf_spec_compat.contrib.learn._monitors.base import extract_output as _extract_output
from tf_spec_compat.contrib.learn._monitors.control import (
    NanLoss,
    NanLossDuringTrainingError,
    StopAtStep,
)
from tf_spec_compat.contrib.learn._monitors.reports import (
    CaptureVariable,
    LoggingTrainable,
    PrintTensor,
    StepCounter,
    SummarySaver,
    get_default_monitors,
)
from tf_spec_compat.contrib.learn._monitors.saving import (
    CheckpointSaver,
    ExportMonitor,
    GraphDump,
)
from tf_spec_compat.contrib.learn._monitors.validation import ValidationMonitor

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
    "_as_graph_element",
    "_extract_output",
    "get_default_monitors",
    "replace_monitors_with_hooks",
]
