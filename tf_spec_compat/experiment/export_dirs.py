"""The folders that exports are in: `BASE/TIMESTAMP`, and `BASE/temp-...` while they are made."""

from __future__ import annotations

import os
import re
from typing import Any

from tf_spec_compat._tf import private, tf

__all__ = ["garbage_collect_exports", "get_most_recent_export"]

_TIMESTAMP = re.compile(r"\d{10}")


def _parse(path: Any) -> Any:
    name = os.path.basename(path.path)
    return path._replace(export_version=int(name)) if _TIMESTAMP.fullmatch(name) else None


def get_most_recent_export(export_dir_base: str) -> Any:
    """Returns the newest export as a `Path`, or `None` if there are no exports.

    Deprecated, as in contrib; use `tf.io.gfile.listdir`. Behaviour: TF 1.15.5.

    Exports are what has a name of ten digits, so what is still being written is not one.

    Raises:
      tf.errors.NotFoundError: If there is no folder `export_dir_base`.

    Example:
      >>> for name in ("1500000000", "1600000000"):
      ...     tf.gfile.MakeDirs("exports/" + name)
      >>> get_most_recent_export("exports")
      Path(path='exports/1600000000', export_version=1600000000)
    """
    newest = private.largest_export_versions(1)(private.get_paths(export_dir_base, _parse))
    return newest[0] if newest else None


def garbage_collect_exports(export_dir_base: str, exports_to_keep: int | None) -> None:
    """Deletes all but the newest exports; `None` keeps them all.

    Deprecated, as in contrib; use `exports_to_keep` of `tf.estimator.LatestExporter`. Behaviour: TF
    1.15.5.

    Args:
      export_dir_base: The folder that they are in. Nothing else in it is touched.
      exports_to_keep: How many to keep.

    Raises:
      tf.errors.OpError: If there is no folder `export_dir_base`, or an export cannot be deleted.

    Example:
      >>> for name in ("1500000000", "1600000000", "1700000000"):
      ...     tf.gfile.MakeDirs("all/" + name)
      >>> garbage_collect_exports("all", exports_to_keep=2)
      >>> sorted(tf.gfile.ListDirectory("all"))
      ['1600000000', '1700000000']
    """
    if exports_to_keep is None:
        return
    old = private.negation(private.largest_export_versions(exports_to_keep))
    for path in old(private.get_paths(export_dir_base, _parse)):
        tf.io.gfile.rmtree(path.path)
