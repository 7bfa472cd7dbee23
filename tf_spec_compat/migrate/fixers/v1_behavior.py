"""Entry points switch TensorFlow 2's behaviour off, and Keras 2 on where the program needs it.

TensorFlow 2.0 made eager execution, resource variables and the new control flow the default,
which `tensorflow.compat.v1` does not undo by itself. TensorFlow 2.16 made Keras 3 the default,
which has no `tf.layers` and no `tf.nn.rnn_cell`. Both are settled once for a process, before a
graph is built, so it is the files that processes start with that say it: programs, test modules
and notebooks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Options, Sample
from tf_spec_compat.migrate.syntax import (
    Import,
    after_header,
    alias_name,
    dotted,
    imported,
    imports_of,
    parse_statement,
)

__all__ = ["SAMPLES", "fix"]

_Statement = Union[cst.SimpleStatementLine, cst.BaseCompoundStatement]

_MAIN = 'if __name__ == "__main__":\n    tf.app.run()\n'
_ENTRY = Options(is_entry_point=True, first_party=frozenset({"data"}))
_KERAS = Options(is_entry_point=True, needs_keras2=True)

SAMPLES = (
    Sample(
        f"import os\n\nimport tensorflow.compat.v1 as tf\nimport model\n\n{_MAIN}",
        f"import os\n\nimport tensorflow.compat.v1 as tf\nimport model\n\n"
        f"tf.disable_v2_behavior()\n\n{_MAIN}",
        _ENTRY,
    ),
    Sample(
        f"import tensorflow.compat.v1 as tf\nimport data\n\n{_MAIN}",
        f"import tensorflow.compat.v1 as tf\n\ntf.disable_v2_behavior()\n\nimport data\n\n{_MAIN}",
        _ENTRY,
    ),
    Sample(
        f'"""A program."""\nimport data\nimport tensorflow.compat.v1 as tf\n\n{_MAIN}',
        '"""A program."""\nfrom tensorflow.compat.v1 import disable_v2_behavior\n\n'
        f"disable_v2_behavior()\n\nimport data\nimport tensorflow.compat.v1 as tf\n\n{_MAIN}",
        _ENTRY,
    ),
    Sample(
        f"import os\nimport tensorflow.compat.v1 as tf\n\n{_MAIN}",
        "import os\nimport tf_spec_compat\n\ntf_spec_compat.use_legacy_keras()\n\n"
        f"import tensorflow.compat.v1 as tf\n\ntf.disable_v2_behavior()\n\n{_MAIN}",
        _KERAS,
    ),
    Sample("import tensorflow.compat.v1 as tf\n", "import tensorflow.compat.v1 as tf\n"),
)

_VIEW = "tensorflow.compat.v1"
_CALL = "disable_v2_behavior"
_KERAS_CALL = "use_legacy_keras"
_BUILT_ON = frozenset({"tensorflow", "tf_spec_compat", "tf_slim", "keras", "tensorflow_hub"})


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    options = draft.options
    if not options.is_entry_point:
        return draft.module
    called = {path.rpartition(".")[2] for path in draft.analysis.names.values()}
    called |= {path.rpartition(".")[2] for use in draft.analysis.uses for path in [use.path]}
    body = [*draft.module.body]
    if _CALL not in called:
        _insert_behavior(body, options)
    if options.needs_keras2 and options.line != "2.15" and _KERAS_CALL not in called:
        _insert_keras(body, options)
    if len(body) == len(draft.module.body):
        return draft.module
    return draft.module.with_changes(body=body)


def _insert_behavior(body: list[_Statement], options: Options) -> None:
    """Puts the call behind the imports, but before the first of the program's own modules."""
    own = _first(body, options.first_party | {""})
    place, name = _tensorflow(body)
    if name is None or (own is not None and own < place):
        place = after_header(body) if own is None else own
        lines = [f"from {_VIEW} import {_CALL}", f"{_CALL}()"]
    else:
        while place < len(body) and place != own and imports_of(body[place]):
            place += 1
        lines = [f"{name}.{_CALL}()"]
    _insert(body, place, lines)


def _insert_keras(body: list[_Statement], options: Options) -> None:
    """Puts the call before the first import that may load TensorFlow."""
    place = _first(body, options.first_party | _BUILT_ON | {""})
    if place is None:
        place = after_header(body)
    _insert(body, place, ["import tf_spec_compat", f"tf_spec_compat.{_KERAS_CALL}()"])


def _insert(body: list[_Statement], place: int, lines: Sequence[str]) -> None:
    """Inserts lines at a place, the last one set off by blank lines."""
    blank = [cst.EmptyLine(indent=False)]
    new = [parse_statement(line) for line in lines]
    if place:
        new[-1] = new[-1].with_changes(leading_lines=blank)
    elif len(new) > 1:
        new[1] = new[1].with_changes(leading_lines=blank)
    if place < len(body):
        after = body[place]
        before = [*after.leading_lines]
        if len(new) > 1 and place:  # what was set off from what is before it still is
            new[0] = new[0].with_changes(leading_lines=_blank_of(before))
        if not before or before[0].comment is not None:
            body[place] = after.with_changes(leading_lines=[*blank, *before])
    body[place:place] = new


def _blank_of(lines: Sequence[cst.EmptyLine]) -> Sequence[cst.EmptyLine]:
    count = 0
    while count < len(lines) and lines[count].comment is None:
        count += 1
    return lines[:count]


def _first(body: Sequence[_Statement], packages: frozenset[str]) -> int | None:
    """Returns the first statement that imports one of some packages; `""` means relatively."""
    for index, statement in enumerate(body):
        for node in _imports(statement):
            if isinstance(node, cst.ImportFrom) and (node.relative or _is_star(node)):
                names = {"" if node.relative else dotted(node.module).partition(".")[0]}
            else:
                names = {path.partition(".")[0] for _, path in imported(node)}
            if names & packages:
                return index
    return None


def _tensorflow(body: Sequence[_Statement]) -> tuple[int, str | None]:
    """Returns the place behind the import of TensorFlow 1's API, and the name it has there."""
    for index, statement in enumerate(body):
        for node in _imports(statement):
            if _is_star(node):
                continue
            for alias, path in imported(node):
                if path == _VIEW and (alias.asname is not None or isinstance(node, cst.ImportFrom)):
                    return index + 1, alias_name(alias)
    return len(body), None


def _imports(statement: cst.CSTNode) -> list[Import]:
    """Returns the imports of a line, or those in a block, such as a `try`."""
    found = imports_of(statement)
    if isinstance(statement, (cst.If, cst.Try, cst.With, cst.Else, cst.IndentedBlock)):
        for child in statement.children:
            found += _imports(child)
    return found


def _is_star(node: Import) -> bool:
    return isinstance(node.names, cst.ImportStar)
