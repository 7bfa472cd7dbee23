"""Adds the pages to the site that are made of the sources alone: a hook of mkdocs.yml.

They are not in docs/, so nothing has to be renewed when a message, an option or a code changes.
"""

from __future__ import annotations

import ast
import html
import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tf_spec_compat"

MESSAGES = """\
# Messages

For whoever has an error message and wants to know whose it is. Below are the messages of the
errors that this package raises, with `…` for what is put in when they are raised, and the module
that raises them. Type some words of yours into the box, without what is particular to your program.
Most say themselves what to do; [troubleshooting](troubleshooting.md) says more about those that
programs meet first. A message that is not here is TensorFlow's or your program's own.

<div id="filter" data-hint="words of the message"></div>

"""
COMMAND_LINE = """\
# Commands

What `tf-spec-compat` can do, as each command says itself with `--help`. What they are for is in the
tutorials; `check`, `migrate`, `signatures` and `verify` have pages of their own:
[check](../check.md), [migrate](../migrate.md), [proof](../proof.md). `check` and `migrate` need no
TensorFlow.

"""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the pages of docs/ that `nav` does not name at the end of the guides."""
    named = {page for group in config.nav or [] for page in _pages(group)}
    (guides,) = (group["Guides"] for group in config.nav or [] if "Guides" in group)
    found = (path.name for path in sorted((ROOT / "docs").glob("*.md")))
    guides.extend(name for name in found if name not in named)
    return config


def _pages(entry: str | dict[str, list[str]]) -> list[str]:
    return (
        [entry] if isinstance(entry, str) else [page for pages in entry.values() for page in pages]
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages."""
    made = {
        "messages.md": messages(),
        "codes.md": (PACKAGE / "migrate" / "rules.md").read_text("utf-8"),
        "reference/commands.md": COMMAND_LINE + "\n".join(commands()),
        "changelog.md": (ROOT / "CHANGELOG.md").read_text("utf-8").replace("](docs/", "]("),
    }
    for path, text in made.items():
        files.append(File.generated(config, path, content=text))
    kinds = {".ipynb", ".md", ".py"}
    examples = (path for path in (ROOT / "examples").rglob("*.*") if path.suffix in kinds)
    for file in examples:
        path = file.relative_to(ROOT).as_posix()
        files.append(File.generated(config, path, abs_src_path=str(file)))
    return files


def commands() -> Iterator[str]:
    """Yields a section for each command: what `--help` prints."""
    listed = _help()
    yield f"```text\n{listed}\n```\n"
    for name in re.findall(r"^    (\w+)(?:  .*)?$", listed, re.M):
        yield f"## tf-spec-compat {name}\n\n```text\n{_help(name)}\n```\n"


def _help(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "88", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-m", "tf_spec_compat", *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return result.stdout.rstrip()


def messages() -> str:
    """The page of messages."""
    rows = {
        (text, kind, module)
        for path in sorted(PACKAGE.rglob("*.py"))
        for text, kind, module in raised(path)
    }
    lines = [
        MESSAGES
        + "<table><thead><tr><th>Message</th><th>Error</th><th>Module</th></tr></thead><tbody>"
    ]
    for text, kind, module in sorted(rows, key=lambda row: row[0].lower()):
        error = f"<code>{kind}</code>" if kind[:1].isupper() else "by the case"
        cells = (html.escape(text), error, f"<code>{module}</code>")
        lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return "\n".join([*lines, "</tbody></table>", ""])


def raised(path: pathlib.Path) -> Iterator[tuple[str, str, str]]:
    """Yields message, type and module of each `raise` of a file that has its message there."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            text = template(node.exc.args[0])
            if len(re.sub(r"\W", "", text)) > 8:
                yield text, ast.unparse(node.exc.func).rpartition(".")[2], module


def template(node: ast.expr) -> str:
    """A string of the source, with `…` for what is put in; empty where it is no string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(template(part) or "…" for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
        left, right = template(node.left), template(node.right)
        return left if isinstance(node.op, ast.Mod) else (left or "…") + (right or "…")
    return ""
