# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.session_bundle import constants as constants
from tf_spec_compat.contrib.session_bundle import exporter as exporter
from tf_spec_compat.contrib.session_bundle import gc as gc
from tf_spec_compat.contrib.session_bundle import manifest_pb2 as manifest_pb2

__all__ = ["constants", "exporter", "gc", "manifest_pb2"]
