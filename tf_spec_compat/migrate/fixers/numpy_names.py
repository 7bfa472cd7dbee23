"""NumPy's old names become those that it has.

NumPy 1.24 dropped `np.int`, `np.float`, `np.bool`, `np.object` and `np.str`, second names of
Python's own types; NumPy 2.0 dropped some ninety more, such as `np.product` and `np.Inf`.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.dropped import homes
from tf_spec_compat.migrate.rewriting import rewrite_names

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "import numpy as np\n\nx = np.zeros(3, np.int)  # np.int\ny = np.product(x) + np.Inf\n",
        "import numpy as np\n\nx = np.zeros(3, int)  # np.int\ny = np.prod(x) + np.inf\n",
    ),
    Sample(
        "import numpy as np\n\ntry:\n    np.math.sqrt(2)\nexcept np.AxisError:\n    pass\n",
        "import numpy as np\nimport math\n\n"
        "try:\n    math.sqrt(2)\nexcept np.exceptions.AxisError:\n    pass\n",
    ),
    Sample(
        "from numpy import float_, ones, product as prod\n",
        "from numpy import ones\nfrom numpy import float64 as float_\nfrom numpy import prod\n",
    ),
    Sample(
        "import numpy\n\nx = numpy.trapz([1, 2])\nlast = numpy.alen(x), numpy.asscalar(x)\n",
        "import numpy\n\nx = numpy.trapz([1, 2])\nlast = len(x), x.item()\n",
    ),
    Sample("import numpy as np\nnp.bool = bool\n", "import numpy as np\nnp.bool = bool\n"),
)

# What the oldest NumPy that TensorFlow 2.12 runs with has not yet.
_TOO_NEW = frozenset({"numpy.trapz", "numpy.row_stack", "numpy.byte_bounds"})

_METHODS = frozenset({"numpy.alen", "numpy.asscalar"})


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    module = rewrite_names(draft, _home)
    if _METHODS.isdisjoint(draft.analysis.names.values()):
        return module
    calls = _Calls(Draft(module.code, draft.path, draft.options, draft.project))
    return module if not calls.found else calls.module


def _home(path: str) -> str | None:
    return None if path in _TOO_NEW else homes("numpy").get(path)


class _Calls(cst.CSTTransformer):
    """Calls of functions that are methods, or Python's own, now."""

    def __init__(self, draft: Draft) -> None:
        self.found = False
        self._draft = draft
        module = draft.module.visit(self)
        assert isinstance(module, cst.Module)
        self.module = module

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        path = self._draft.path_of(original_node.func)
        if len(original_node.args) != 1 or original_node.args[0].star:
            return updated_node
        if path == "numpy.alen":
            self.found = True
            return updated_node.with_changes(func=cst.Name("len"))
        if path == "numpy.asscalar":
            value = updated_node.args[0].value
            if not isinstance(value, (cst.Name, cst.Attribute, cst.Call, cst.Subscript)):
                value = value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
            self.found = True
            return updated_node.with_changes(func=cst.Attribute(value, cst.Name("item")), args=[])
        return updated_node
