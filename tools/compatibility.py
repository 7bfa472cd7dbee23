"""Writes docs/compatibility.md from the package's own tables.

Usage: python tools/compatibility.py            writes the page
       python tools/compatibility.py --check    fails if the page is not what would be written
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "compatibility.md"
LEGACY = "tensorflow.contrib.learn"

sys.path.insert(0, str(ROOT))

from tf_spec_compat import names  # noqa: E402  (the checkout's own package, installed or not)


def exists(module: str) -> bool:
    """Whether the module is there, without loading TensorFlow."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def offered(module: str) -> set[str]:
    """The public names of one of our lazy namespaces."""
    return set(importlib.import_module(module).__all__) if exists(module) else set()


def learn_rows(public: dict[str, str]) -> tuple[list[str], int]:
    """A row for each name right below `tf.contrib.learn`, and how many of them are here."""
    here = offered("tf_spec_compat.contrib.learn")
    rows, count = [], 0
    for name in sorted({path.split(".")[0] for path in public}, key=str.lower):
        defined = public.get(name, "").removeprefix("module ")
        there = name in here
        count += there
        where = f"`{names.ours(defined)}`" if there and defined.startswith(LEGACY) else ""
        rows.append(f"| `{name}` | {'yes' if there else 'not in this release'} | {where} |")
    return rows, count


def package_rows() -> list[str]:
    """A row for each package of TF 1.15's `tf.contrib`."""
    rows = []
    for package in sorted({*names.COMING, *names.REMOVED}):
        if (
            exists(f"tf_spec_compat.contrib.{package}")
            or f"{names.LEGACY}.{package}" in names.ALIASES
        ):
            state, advice = "here, as far as this page lists it", ""
        elif package in names.COMING:
            state, advice = "not in this release", names.COMING[package]
        else:
            state, advice = "removed", names.REMOVED[package]
        rows.append(f"| `tf.contrib.{package}` | {state} | {advice} |")
    return rows


def page() -> str:
    """The whole page."""
    facts = json.loads((ROOT / "tests/facts/contrib_learn_api.json").read_text())
    rows, count = learn_rows(facts["public"])
    modules = sorted(
        module
        for module in facts["modules"]
        if exists(names.ours(module)) and facts["modules"][module]
    )
    lines = [
        "# Compatibility",
        "",
        "Made by `python tools/compatibility.py` from the tables that the package itself runs on.",
        "",
        "## Names of `tf.contrib.learn`",
        "",
        f"{count} of the {len(rows)} names right below `tf.contrib.learn` in TensorFlow 1.15.5.",
        "",
        "| Name | Here | Module |",
        "| --- | --- | --- |",
        *rows,
        "",
        "## Deep modules of contrib.learn",
        "",
        "Each has all the public names of its original, with its arguments, orders and defaults",
        "(`tests/test_signatures.py`).",
        "",
        *(f"- `{module}`" for module in modules),
        "",
        "## Packages of `tf.contrib`",
        "",
        "What is not here raises an error with the advice of the last column.",
        "",
        "| Package | State | Instead |",
        "| --- | --- | --- |",
        *package_rows(),
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    text = page()
    if "--check" in sys.argv[1:]:
        if PAGE.read_text() != text:
            print(f"{PAGE.name} is stale: run python tools/compatibility.py", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(text)
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
