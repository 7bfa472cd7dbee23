"""The arguments of a call for the successor of what is called."""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.syntax import dotted
from tf_spec_compat.names.successors import Successor

__all__ = ["arguments_of", "as_keywords", "keyword", "without_comments"]


def keyword(name: str, value: cst.BaseExpression) -> cst.Arg:
    """Returns `name=value`, as an argument."""
    return cst.Arg(
        value,
        keyword=cst.Name(name),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
    )


def arguments_of(call: cst.Call, row: Successor) -> dict[str, cst.Arg] | None:
    """Returns the arguments of a call by their old names, in the order in which they are written.

    Returns:
      None if there are `*` or `**` arguments, or ones that the row does not know.
    """
    names = iter(row.arguments)
    found: dict[str, cst.Arg] = {}
    for arg in call.args:
        name = arg.keyword.value if arg.keyword is not None else next(names, None)
        if arg.star or name is None or name not in row.arguments or name in found:
            return None
        found[name] = arg
    return found


def as_keywords(call: cst.Call, row: Successor, found: dict[str, cst.Arg]) -> list[cst.Arg] | None:
    """Returns the arguments of a call for the successor; None if it has none for one of them.

    Args:
      call: The old call.
      row: The successor.
      found: What `arguments_of` found.
    """
    args = []
    for index, (name, arg) in enumerate(found.items()):
        new = row.arguments[name]
        if new is None and dotted(arg.value) == "None":
            continue
        if new is None:
            return None
        if arg.keyword is not None or index >= row.in_place:
            arg = arg.with_changes(
                keyword=cst.Name(new),
                equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
            )
        args.append(arg)
    for name, value in row.defaults.items():
        if name not in found:
            args = _appended(args, row.arguments[name] or name, value)
    return args


def _appended(args: list[cst.Arg], name: str, value: str) -> list[cst.Arg]:
    """Adds a keyword argument; a call that has an argument a line goes on to have that."""
    comma: cst.Comma | cst.MaybeSentinel = cst.MaybeSentinel.DEFAULT
    if args:
        comma = args[-1].comma
        between = args[-2].comma if len(args) > 1 else cst.MaybeSentinel.DEFAULT
        if isinstance(between, cst.Comma):
            between = without_comments(between)
        else:
            between = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
        args = [*args[:-1], args[-1].with_changes(comma=between)]
    new = cst.Arg(
        cst.parse_expression(value),
        keyword=cst.Name(name),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
        comma=comma,
        whitespace_after_arg=args[-1].whitespace_after_arg if args else cst.SimpleWhitespace(""),
    )
    if args:
        args[-1] = args[-1].with_changes(whitespace_after_arg=cst.SimpleWhitespace(""))
    return [*args, new]


def without_comments(comma: cst.Comma) -> cst.Comma:
    """Returns a comma, with the end of the line behind it, if it is that, but no comments."""
    space = comma.whitespace_after
    if isinstance(space, cst.ParenthesizedWhitespace):
        space = space.with_changes(first_line=cst.TrailingWhitespace(), empty_lines=[])
    return comma.with_changes(whitespace_after=space)
