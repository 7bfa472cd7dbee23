"""Where the values of calls of `make` go in a module."""

import libcst as cst
import pytest

from tf_spec_compat.migrate.flow import Flow


class Calls(cst.CSTVisitor):
    """Collects the calls of `make`."""

    def __init__(self):
        self.found = []

    def visit_Call(self, node):  # noqa: N802 - LibCST calls it
        if isinstance(node.func, cst.Name) and node.func.value == "make":
            self.found.append(node)


def ends(text):
    """Each end of each value: its source, the type of what it is a part of, the calls to come."""
    module = cst.parse_module(text)
    calls = Calls()
    module.visit(calls)
    flow = Flow(module)
    return [
        (module.code_for_node(end.node), type(flow.parent(end.node)).__name__, end.calls)
        for call in calls.found
        for end in flow.ends(call, calls.found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("make().fit()\n", [("make()", "Attribute", 0)]),
        ("a = make()\na.fit()\nrun(a)\n", [("a", "Arg", 0), ("a", "Attribute", 0)]),
        ("def f():\n  return make()\nf().fit()\n", [("f()", "Attribute", 0)]),
        ("def f():\n  a = make()\n  return a\nrun(f)\n", [("f", "Arg", 1)]),
        (
            "def f():\n  def g(x):\n    return make()\n  return g\nrun(f())\n",
            [("f()", "Arg", 1)],
        ),
        ("run(lambda x: make())\n", [("lambda x: make()", "Arg", 1)]),
        ("a = [make(), 1]\nrun(a)\n", [("a", "Arg", 0)]),
        ("if x:\n  a = make()\nelse:\n  a = make(2)\na.fit()\n", [("a", "Attribute", 0)] * 2),
    ],
)
def test_ends(text, expected):
    """Values are followed through variables, functions, lambdas and lists."""
    assert sorted(ends(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "a = make()\n",  # another module may use it
        "def f():\n  return make()\n",
        "def f(a):\n  a = make()\n  return a.x\n",
        "a = make()\na = 3\na.fit()\n",
        "a, b = make(), 3\n",
        "def f():\n  global a\n  a = make()\n",
        "self.a = make()\n",
        "class A:\n  a = make()\n  b = a.x\n",
        "class A:\n  def f(self):\n    return make()\n",
        "@cached\ndef f():\n  return make()\nf().x\n",
        "def f():\n  if x:\n    return None\n  return make()\nf().x\n",
        "def f():\n  yield 1\n  return make()\nf().x\n",
        "async def f():\n  return make()\nf().x\n",
    ],
)
def test_escapes(text):
    """What may be something else, or be used where nobody sees it, ends where it is made."""
    assert all("make()" in node or node == "a" for node, _, _ in ends(text))
    assert {parent for _, parent, _ in ends(text)} <= {"Assign", "Return", "Element", "Tuple"}
    assert ends(text) != []


def test_agreeing():
    """One bad use is bad for all that share a variable with it."""
    module = cst.parse_module("if x:\n  a = make()\nelse:\n  a = make(2)\nb = make(3)\nb.x\na[0]\n")
    calls = Calls()
    module.visit(calls)
    flow = Flow(module)
    fine = flow.agreeing(calls.found, lambda end: isinstance(flow.parent(end.node), cst.Attribute))
    assert [module.code_for_node(node) for node in fine] == ["make(3)"]
