"""Runs the snippets of a page of the docs, in the order in which they stand there.

`python -m tests.pages PAGE` runs them in the current folder, which should be an empty one, and
fails where one is not as the page has it. What a page should not show is in comments:

- ```` ```python ```` blocks run one after the other in one namespace, like a program.
- ```` ```console ```` blocks: each line that begins with `$ ` is a command, run by `sh`. What is
  below it has to be in its output, line by line in this order; `...` stands for any text, also for
  lines. A command has to end with 0.
  `cd FOLDER` alone is for all that follow.
- ```` ```sh ```` blocks do not say what comes out: the lines are commands.
- `<!-- file: train.py -->` above a block of any language: it is written to that file, not run.
- `<!-- fragment: why -->` above a block: Python has to parse, nothing runs.
- `<!-- not run: why -->` above a block: nothing is done with it.
- `<!-- exit: 1 -->` above a block: each command ends with that.
- `<!-- files of PAGE.md -->` on a line of its own: the files of that page are written here too.
- `<!-- setup` and code up to `-->`: Python that runs there and is not shown; `<!-- sh`: commands.

`$ROOT` is the checkout in commands; `tf-spec-compat`, `pytest` and `python` are of the Python that
runs this.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
MARKS = ("file", "fragment", "not run", "exit")

_SNIPPET = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)[^\n]*\n(?P<code>.*?)^(?P=indent)```$"
    r"|^<!-- (?P<hidden>setup|sh)\n(?P<hidden_code>.*?)^-->$"
    r"|^<!-- files of (?P<other>\S+) -->$",
    re.M | re.S,
)
_MARK = re.compile(r"<!-- ([\w ]+?)(?:: (.*?))? -->\n*\Z")


@dataclasses.dataclass
class Snippet:
    """A block of a page, or a comment that runs."""

    language: str
    code: str
    line: int
    mark: str = ""
    value: str = ""


def snippets(text: str) -> list[Snippet]:
    """The snippets of a page, in order."""
    found = []
    for match in _SNIPPET.finditer(text):
        if match["other"]:
            other = snippets((ROOT / "docs" / match["other"]).read_text("utf-8"))
            found += [snippet for snippet in other if snippet.mark == "file"]
            continue
        above = _MARK.search(text[: match.start()])
        mark, value = above.groups() if above and above[1] in MARKS else ("", "")
        language = {"setup": "python", "bash": "sh"}.get(
            match["hidden"] or match["language"], match["hidden"] or match["language"]
        )
        code = textwrap.dedent(match["hidden_code"] or match["code"] or "")
        line = text.count("\n", 0, match.start()) + 1
        found.append(Snippet(language, code, line, mark, value or ""))
    return found


def commands(code: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, and the lines below each."""
    found: list[tuple[str, list[str]]] = []
    for line in code.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0] + "\n" + line.lstrip("> "), [])
        elif line.strip():
            found[-1][1].append(line.rstrip())
    return found


def missing(expected: list[str], printed: str) -> str | None:
    """The first expected line that is not printed below those before it."""
    lines = iter(line.rstrip() for line in printed.splitlines())
    for line in expected:
        if line.strip() == "...":
            continue
        pattern = re.compile(".*".join(map(re.escape, line.split("..."))))
        if not any(pattern.fullmatch(other) for other in lines):
            return line
    return None


def run_command(command: str, exit_code: int) -> str:
    """Runs a command and returns what it printed."""
    result = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode != exit_code:
        raise AssertionError(f"{command}: ended with {result.returncode}\n{result.stdout}")
    return result.stdout


def run_snippet(snippet: Snippet, page: str, names: dict[str, object]) -> None:
    """Runs one snippet; what is not as it should be is an exception."""
    if snippet.mark == "file":
        path = Path(snippet.value)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(snippet.code, "utf-8")
    elif snippet.mark == "fragment":
        ast.parse(snippet.code)
    elif snippet.mark == "not run":
        assert snippet.value, "say why it is not run"
    elif snippet.language == "python":
        source = "\n" * snippet.line + snippet.code
        exec(compile(source, page, "exec"), names)
    elif snippet.language == "sh":
        run_command("set -e\n" + snippet.code, 0)
    elif snippet.language == "console":
        for command, expected in commands(snippet.code):
            if re.fullmatch(r"cd [\w./]+", command):
                os.chdir(command[3:])
                continue
            printed = run_command(command, int(snippet.value) if snippet.mark == "exit" else 0)
            lost = missing(expected, printed)
            assert lost is None, f"{command}: did not print {lost!r} there, but\n{printed}"


def main(page: str) -> None:
    """Runs the snippets of a page in the current folder."""
    folder = Path.cwd() / ".bin"
    folder.mkdir()
    tool = {"python": "", "tf-spec-compat": " -m tf_spec_compat", "pytest": " -m pytest"}
    for name, arguments in tool.items():
        (folder / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        (folder / name).chmod(0o755)
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
    os.environ["PYTHONPATH"] = os.environ["ROOT"] = str(ROOT)
    names: dict[str, object] = {"__name__": "page"}
    sys.modules["page"] = type(sys)("page")
    for snippet in snippets((ROOT / page).read_text("utf-8")):
        try:
            with contextlib.redirect_stderr(sys.stdout):
                run_snippet(snippet, page, names)
        except BaseException:
            sys.stdout.write(f"{page}, line {snippet.line}:\n")
            raise


if __name__ == "__main__":
    main(sys.argv[1])
