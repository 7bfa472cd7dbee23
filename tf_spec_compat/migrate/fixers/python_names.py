"""Old names of Python's standard library become those that it has.

Python 3.8-3.13 dropped them: `time.clock` (3.8), `base64.encodestring` (3.9), the classes that
`collections` had of `collections.abc` (3.10), the mode `U` of `open` (3.11), `assertEquals` and its
siblings (3.12). What has no equal successor, such as `imp`, is left for a person.
"""

from __future__ import annotations

import functools
import re

import libcst as cst
import libcst.matchers as m

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.dropped import homes
from tf_spec_compat.migrate.rewriting import rewrite_names
from tf_spec_compat.migrate.syntax import dotted
from tf_spec_compat.names import libraries

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "import collections\nfrom collections import Mapping, OrderedDict\n\n"
        "isinstance({}, (collections.Iterable, Mapping))\n",
        "import collections\nimport collections.abc\nfrom collections import OrderedDict\n"
        "from collections.abc import Mapping\n\n"
        "isinstance({}, (collections.abc.Iterable, Mapping))\n",
    ),
    Sample(
        "import time\n\nstart = time.clock()\n",
        "import time\n\nstart = time.process_time()\n",
    ),
    Sample(
        "import tensorflow as tf\n\nclass Test(tf.test.TestCase):\n"
        "    def test(self):\n        self.assertEquals(1, 1)\n        other.assertEquals(1)\n",
        "import tensorflow as tf\n\nclass Test(tf.test.TestCase):\n"
        "    def test(self):\n        self.assertEqual(1, 1)\n        other.assertEquals(1)\n",
    ),
    Sample("open('a', 'rU')\nopen('b', mode='U')\n", "open('a', 'r')\nopen('b', mode='r')\n"),
    Sample(
        "from inspect import getargspec\n\nnames = getargspec(f).args\n",
        "from inspect import getfullargspec as getargspec\n\nnames = getargspec(f).args\n",
    ),
    Sample(
        "import inspect\n\nnames, _, _, defaults = inspect.getargspec(f)\n",
        "import inspect\n\nnames, _, _, defaults = inspect.getfullargspec(f)[:4]\n",
    ),
)

_OPENERS = frozenset({"open", "io.open", "codecs.open"})
_TEST_CASE = "unittest.TestCase"
# What `getargspec` gave and `getfullargspec` does not: four values, and a field of this name.
_FOUR_VALUES = re.compile(r"\.keywords\b|,[^=\n]*=\s*(?:inspect\.)?getargspec\b")


@functools.cache
def _methods() -> dict[str, str]:
    return {
        row.name: row.home[1:]
        for row in libraries.dropped("python")
        if row.owner == _TEST_CASE and row.home is not None and row.home.startswith(".")
    }


@functools.cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\bself\.({'|'.join(_methods())})\b|getargspec|U['\"]")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    known = homes("python")
    if "getargspec" in draft.text and _FOUR_VALUES.search(draft.text) is None:
        known = {**known, "inspect.getargspec": "inspect:getfullargspec"}
    module = rewrite_names(draft, known.get)
    if _others().search(draft.text) is None:
        return module
    others = _Others(Draft(module.code, draft.path, draft.options, draft.project))
    return module if not others.found else others.module


class _Others(cst.CSTTransformer):
    """What is no matter of paths: methods of test cases and modes of files."""

    def __init__(self, draft: Draft) -> None:
        self.found = False
        self._draft = draft
        self._is_test: list[bool] = []
        module = draft.module.visit(self)
        assert isinstance(module, cst.Module)
        self.module = module

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self._is_test.append(any(dotted(base.value).endswith("TestCase") for base in node.bases))

    def leave_ClassDef(
        self, original_node: cst.ClassDef, updated_node: cst.ClassDef
    ) -> cst.ClassDef:
        self._is_test.pop()
        return updated_node

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        new = _methods().get(original_node.attr.value)
        if new and any(self._is_test) and m.matches(original_node.value, m.Name("self")):
            self.found = True
            return updated_node.with_changes(attr=cst.Name(new))
        return updated_node

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        call = original_node.value
        is_four = m.matches(original_node, m.Assign(targets=[m.AssignTarget(target=m.Tuple())]))
        if (
            not is_four
            or not isinstance(call, cst.Call)
            or not isinstance(call.func, cst.Attribute)
        ):
            return updated_node
        if self._draft.path_of(call.func) != "inspect.getargspec":
            return updated_node
        self.found = True
        new = cst.ensure_type(updated_node.value, cst.Call)
        func = call.func.with_changes(attr=cst.Name("getfullargspec"))
        four = cst.SubscriptElement(cst.Slice(lower=None, upper=cst.Integer("4")))
        value = cst.Subscript(new.with_changes(func=func), [four])
        return updated_node.with_changes(value=value)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if dotted(original_node.func) not in _OPENERS:
            return updated_node
        args = [*updated_node.args]
        for index, arg in enumerate(args):
            is_mode = (index == 1 and arg.keyword is None) or dotted(arg.keyword) == "mode"
            value = arg.value
            if is_mode and isinstance(value, cst.SimpleString) and "U" in value.raw_value:
                mode = value.raw_value.replace("U", "")
                mode = mode if "r" in mode else "r" + mode
                text = f"{value.prefix}{value.quote}{mode}{value.quote}"
                args[index] = arg.with_changes(value=cst.SimpleString(text))
                self.found = True
        return updated_node.with_changes(args=args)
