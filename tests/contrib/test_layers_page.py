"""The page on layers says what each name stands on, as the code has it."""

import functools
import importlib
import json
from pathlib import Path

from tf_spec_compat.contrib import layers

ROOT = Path(__file__).parents[2]
MODULES = json.loads((ROOT / "tests/facts/contrib_layers_api.json").read_text("utf-8"))["modules"]


def _home(value):
    """The package that the code of `value` is in; data are tf-slim's."""
    function = value.func if isinstance(value, functools.partial) else value
    module = getattr(function, "__module__", None) or "tf_slim"
    return "this package" if module.startswith("tf_spec_compat") else "tf-slim"


def _rows():
    for module in MODULES:
        owner = importlib.import_module(f"tf_spec_compat.contrib.layers.{module}")
        names = sorted(set(owner.__all__), key=lambda name: (name.lower(), name))
        homes = sorted({_home(getattr(owner, name)) for name in names})
        listed = ", ".join(f"`{name}`" for name in names)
        yield f"| `{module}` | {' and '.join(homes)} | {listed} |"


def test_page_lists_every_name_and_what_it_stands_on():
    """docs/layers.md has one row for each deep module, with its names and their origin."""
    page = (ROOT / "docs" / "layers.md").read_text("utf-8").splitlines()
    rows = list(_rows())
    assert [line for line in page if line.startswith("| `")] == rows, "\n".join(rows)


def test_page_covers_the_public_names():
    """Each name right below contrib.layers is in a module of the page, or is of feature columns."""
    listed = {
        name
        for module in MODULES
        for name in importlib.import_module(f"tf_spec_compat.contrib.layers.{module}").__all__
    }
    others = {
        "bucketization_op",
        "embedding_ops",
        "feature_column",
        "feature_column_ops",
        "sparse_feature_cross_op",
        "sparse_ops",
    }
    for name in layers.__all__:
        home = getattr(getattr(layers, name), "__module__", "")
        known = (
            name in listed
            or name in {*others, "summaries"}
            or home.startswith("tf_spec_compat.columns.")
        )
        assert known or home.rpartition(".")[2] in others or name.isupper(), name
