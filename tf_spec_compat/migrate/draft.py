"""`Draft`: a file on its way through the fixers."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from tf_spec_compat.migrate.analysis import Analysis, Span, analyze
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.project import Project
from tf_spec_compat.names import LEGACY, legacy

__all__ = ["Draft", "Options", "Sample"]


@dataclass(frozen=True)
class Options:
    """What the fixers are to write.

    Attributes:
      to: `"shim"` or `"estimator"`.
      line: The TensorFlow that the result is for: `"2.15"`, where `tf.estimator` and Keras 2 are
        TensorFlow's own; `"2.21"`; or `"auto"`, code that every TensorFlow from 2.12 on runs.
      is_entry_point: Whether the file is one that a process starts with.
      needs_keras2: Whether the program uses names that only Keras 2 has.
      first_party: The top-level names of the program's own modules.
    """

    to: str = "shim"
    line: str = "auto"
    is_entry_point: bool = False
    needs_keras2: bool = False
    first_party: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sample:
    """What a fixer makes of a source; `tests/migrate` tries it, `--explain` and the pages show it.

    Attributes:
      before: A module.
      after: The same after the fixer; equal to `before` where it has to keep off.
      options: With which options.
    """

    before: str
    after: str
    options: Options = Options()


class Draft:
    """One file, parsed, and what its names mean. A fixer gets a fresh one and returns a module.

    Attributes:
      module: The syntax tree; its nodes are the ones that positions and names are known of.
      text: The source.
      path: The file, for messages.
      options: What to write.
      project: The modules beside it, or None.
    """

    def __init__(
        self,
        text: str,
        path: str = "<string>",
        options: Options | None = None,
        project: Project | None = None,
    ) -> None:
        """Parses a source.

        Args:
          text: The source.
          path: The file, for messages, and to find what it imports.
          options: What to write.
          project: Where modules beside it are looked up; by default re-exports are not followed.

        Raises:
          libcst.ParserSyntaxError: It is not Python 3.
        """
        self.module = cst.parse_module(text)
        self.path = path
        self.options = options or Options()
        self.text = text
        self.project = project

    @functools.cached_property
    def analysis(self) -> Analysis:
        """What the imports and names of the file are."""
        return analyze(self.text, self.path, project=self.project)

    @functools.cached_property
    def has_contrib(self) -> bool:
        """Whether the file uses or imports a name of contrib."""
        paths = (legacy(canonical(use.path)) for use in self.analysis.uses)
        return any(f"{path}.".startswith(f"{LEGACY}.") for path in paths)

    @functools.cached_property
    def positions(self) -> Mapping[cst.CSTNode, CodeRange]:
        """Where each node is: lines from 1, columns from 0."""
        return MetadataWrapper(self.module, unsafe_skip_copy=True).resolve(PositionProvider)

    def path_of(self, node: cst.CSTNode) -> str | None:
        """Returns the dotted path that a Name or Attribute of `module` resolves to, or None.

        `tensorflow.compat.v1.X` is given as `tensorflow.X`: the same fixers serve files that are
        half on their way.
        """
        place = self.positions.get(node)
        if place is None:
            return None
        start, end = place.start, place.end
        span = Span(start.line, start.column, end.line, end.column)
        found = self.analysis.names.get(span)
        return None if found is None else canonical(found)
