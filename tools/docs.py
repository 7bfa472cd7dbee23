"""Writes the pages of docs/ made from data: compatibility.md, contrib.md and differences.md.

Usage: python tools/docs.py            writes the pages
       python tools/docs.py --check    fails if a page is not what would be written
"""

from __future__ import annotations

import json
import pathlib
import runpy
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEGACY = "tensorflow.contrib.learn"

sys.path.insert(0, str(ROOT))

from tf_spec_compat import names  # noqa: E402  (the checkout's own package, installed or not)


def learn_rows(public: dict[str, str]) -> tuple[list[str], int]:
    """A row for each name right below `tf.contrib.learn`, and how many of them are here."""
    here = names.table("learn").public("")
    rows, count = [], 0
    for name in sorted({path.split(".")[0] for path in public}, key=lambda n: (n.lower(), n)):
        count += name in here
        home = home_text("learn", name, here[name]) if name in here else ""
        rows.append(f"| `{name}` | {'yes' if name in here else 'no'} | {home} |")
    return rows, count


def package_rows() -> list[str]:
    """A row for each package of TF 1.15's `tf.contrib`."""
    return [
        f"| `tf.contrib.{package}` | {'removed' if package in names.REMOVED else 'here'} "
        f"| {names.REMOVED.get(package, '')} |"
        for package in sorted({*names.PACKAGES, *names.REMOVED})
    ]


def compatibility() -> str:
    """What is here of tf.contrib."""
    facts = json.loads((ROOT / "tests/facts/contrib_learn_api.json").read_text())
    rows, count = learn_rows(facts["public"])
    modules = sorted(
        module for module in facts["modules"] if names.exists(module) and facts["modules"][module]
    )
    lines = [
        "# Compatibility",
        "",
        "For whoever has a name of `tf.contrib.learn` and wants to know whether it is here,",
        "or a package of `tf.contrib` and wants to know what follows it. To have the names",
        "that a code base uses looked up, run `tf-spec-compat check .`: [check](check.md).",
        "What the other packages have, name by name, is in [The packages around",
        "learn](contrib.md).",
        "",
        FILTER,
        "Made by `python tools/docs.py` from the tables that the package itself runs on.",
        "",
        "## Names of `tf.contrib.learn`",
        "",
        f"{count} of the {len(rows)} names right below `tf.contrib.learn` in TensorFlow 1.15.5.",
        "",
        "| Name | Here | Where it lives |",
        "| --- | --- | --- |",
        *rows,
        "",
        "## Deep modules of contrib.learn",
        "",
        "Programs import these by their long paths. Each has all the public names of its",
        "original, with its arguments, orders and defaults (`tests/test_signatures.py`).",
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


# Where the site puts a box that filters the page; other readers of Markdown show nothing.
FILTER = '<div id="filter"></div>\n'


def home_text(package: str, name: str, row: tuple[str, str]) -> str:
    """What a row of a table stands for, in words."""
    home, there = row
    if home == "contrib":
        path = there[1:] if there.startswith("/") else f"{package}.{there}"
        return f"the module `{names.OURS}.{path}`"
    if home.startswith("_tf."):
        return "TensorFlow's own, which is not public there"
    return f"`{home}.{there}`" if home[:2] == "tf" else f"`tf_spec_compat.{home}.{there}`"


def contrib_section(package: str) -> list[str]:
    """A table of the names of one package."""
    table = names.table(package)
    lines = [f"## `tf.contrib.{package}`", "", "| Name | Now |", "| --- | --- |"]
    public = table.public("") if "" in table.modules else {}
    for name in sorted(public, key=lambda name: (name.lower(), name)):
        lines.append(f"| `{name}` | {home_text(package, name, public[name])} |")
    gone = [f"- `{path}`: {advice}" for path, advice in sorted(table.gone.items())]
    return [*lines, "", *(["Not carried:", "", *gone, ""] if gone else [])]


def contrib() -> str:
    """What each name of the packages around learn is now."""
    lines = [
        "# The packages around learn",
        "",
        "For whoever has a name such as `tf.contrib.crf.crf_decode` and wants to know what it",
        "is now. The old path works under `tf-spec-compat run`, and",
        "`tf_spec_compat.contrib.crf.crf_decode` without it; the last column says what stands",
        "behind it, which is where to look for its source, and what to call once you leave: a",
        "name of TensorFlow's own can be called there at once. What is not carried is below",
        "each table, with what to do instead; using it raises an error that says the same.",
        "",
        FILTER,
        "Made by `python tools/docs.py` from the tables that the package itself runs on. What",
        "`tf.contrib.learn` has is in [compatibility.md](compatibility.md).",
        "",
    ]
    for package in names.PACKAGES:
        if package != "learn":
            lines += contrib_section(package)
    return "\n".join(lines)


# Room -> its heading on the page of differences.
ROOMS = {
    "heads": "Heads",
    "columns": "Feature columns",
    "inputs": "Inputs and processors of text",
    "training": "Monitors and graph actions",
    "estimators": "Estimators",
    "experiment": "Experiments and exports",
    "extras": "The packages around learn",
    "rnn": "RNN cells",
    "seq2seq": "Decoders and attention",
    "specs": "Specs",
    "names": "Names and arguments",
}


def differences() -> str:
    """What differs from TF 1.15.5 on purpose, by the table that the oracle's tests hold to."""
    path = ROOT / "tests" / "oracle" / "differences.py"
    table = runpy.run_path(str(path))["DIFFERENCES"]
    rooms: dict[str, dict[str, list[str]]] = {room: {} for room in ROOMS}
    for room, group, cases, where, reason in table:
        rooms[room].setdefault(reason, []).append(f"`{group}/{cases}` at `{where}`")
    lines = [
        "# Deliberate differences from TensorFlow 1.15.5",
        "",
        "For whoever compares with TensorFlow 1.15 and sees another result: if it is in this",
        "list it is meant, and the list says why. Else it is one of [these](numbers.md), or a",
        "mistake of ours.",
        "",
        FILTER,
        "Made by `python tools/docs.py` from `tests/oracle/differences.py`. All other cases agree;",
        "a row here whose cases agree too fails the tests. The cases are in",
        "`tests/oracle/cases/ROOM`, and a row tells the cases of a group, and where they differ.",
    ]
    for room, reasons in rooms.items():
        if reasons:
            lines += ["", f"## {ROOMS[room]} (`{room}`)", ""]
        for reason, rows in reasons.items():
            lines += [f"- {reason}", f"  ({'; '.join(rows)})"]
    return "\n".join([*lines, ""])


def main() -> int:
    stale = []
    pages = (
        ("compatibility.md", compatibility),
        ("contrib.md", contrib),
        ("differences.md", differences),
    )
    for name, make in pages:
        page, text = ROOT / "docs" / name, make()
        if "--check" not in sys.argv[1:]:
            page.write_text(text)
            print(f"wrote {page.relative_to(ROOT)}")
        elif not page.exists() or page.read_text() != text:
            stale.append(name)
    if stale:
        print(f"{', '.join(stale)} stale: run python tools/docs.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
