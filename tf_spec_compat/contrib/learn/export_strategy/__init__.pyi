# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.experiment.export_strategy import ExportStrategy as ExportStrategy

__all__ = ["ExportStrategy"]
