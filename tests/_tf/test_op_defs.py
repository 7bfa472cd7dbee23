"""The list of operations."""

from tests.hook.conftest import facts_of
from tf_spec_compat._tf.op_defs import get_registered_ops

PROGRAM = """
from tf_spec_compat import install
with install(tf1_view=["user.py"]):
    import user
facts["arguments"] = user.ARGUMENTS
"""

USER = """
from tensorflow.python.framework import op_def_registry
ops = op_def_registry.get_registered_ops()
ARGUMENTS = [argument.name for argument in ops["MatMul"].input_arg]
"""


def test_operations_by_name():
    """Operations are listed by name, each with its definition."""
    ops = get_registered_ops()
    assert len(ops) > 1000
    assert all(name == op.name for name, op in ops.items())
    assert [attr.name for attr in ops["Cast"].attr] == ["SrcT", "DstT", "Truncate"]


def test_registry_has_them(tmp_path):
    """The user's modules find the list where TF 1.15 had it."""
    (tmp_path / "user.py").write_text(USER)
    assert facts_of(PROGRAM, cwd=tmp_path)["arguments"] == ["a", "b"]
