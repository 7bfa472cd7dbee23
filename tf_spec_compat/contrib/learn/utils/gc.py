"""Which exports are kept and which go (`tensorflow.contrib.learn.python.learn.utils.gc`).

`get_paths(base_dir, parser)` lists what is in a folder as sorted `Path`s: `parser` is given each
`Path(path, None)` and returns one with an `export_version`, or `None` to leave it out.

The other functions make a filter, which takes and returns lists of `Path`s:

*   `largest_export_versions(n)`: those with the `n` highest versions;
*   `one_of_every_n_export_versions(n)`: the highest version in each interval of length `n`;
*   `mod_export_version(n)`: those whose version is a multiple of `n`;
*   `union(lf, rf)`: what either of two filters keeps;
*   `negation(f)`: what a filter does not keep.

They are tensorflow-estimator's own.
"""

from __future__ import annotations

from tf_spec_compat._tf.exports import (
    Path,
    get_paths,
    largest_export_versions,
    mod_export_version,
    negation,
    one_of_every_n_export_versions,
    union,
)

__all__ = [
    "Path",
    "get_paths",
    "largest_export_versions",
    "mod_export_version",
    "negation",
    "one_of_every_n_export_versions",
    "union",
]
