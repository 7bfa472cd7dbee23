"""A group of cases: those that are recorded in one golden file."""

import contextlib
import importlib
import json
import os
from fnmatch import fnmatchcase

from .compare import TOLERANCE

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, "golden")
FACTS = os.path.join(os.path.dirname(HERE), "facts")


class Group(object):
    """Cases that are recorded in one file, and how they are run and compared.

    `module` is the module of the room with the cases: a dict `CASES`, or a function `cases()` that
    gives pairs of name and case. `part` is a key of `CASES` where that holds several groups.

    `tolerance` is that of `compare.differences`. With `tf1_graphs`, variables and conditions are
    those of TF1; with `tf1_behavior`, all of TF1's behavior is, in a process of its own. Cases that
    fit a pattern in `keras2` need Keras 2, and a process of its own on TensorFlow >= 2.16. Those
    that fit one in `pandas` are left out where pandas is not installed.

    What else a module records, `record_files()` of it writes.
    """

    def __init__(
        self,
        module,
        part=None,
        tolerance=TOLERANCE,
        tf1_graphs=False,
        tf1_behavior=False,
        keras2=(),
        pandas=(),
    ):
        self.module = module
        self.part = part
        self.tolerance = tolerance
        self.tf1_graphs = tf1_graphs
        self.tf1_behavior = tf1_behavior
        self.keras2 = keras2
        self.pandas = pandas
        self.key = None
        self._cases = None

    def load(self):
        """Gives the module with the cases."""
        room = self.key.partition("/")[0]
        return importlib.import_module("tests.oracle.cases.%s.%s" % (room, self.module))

    def cases(self):
        """Gives name -> case."""
        if self._cases is None:
            module = self.load()
            if hasattr(module, "cases"):
                found = list(module.cases())
            else:
                found = getattr(module, "CASES", {})
            if self.part:
                found = found[self.part]
            self._cases = dict(found)
            assert len(self._cases) == len(found), "names are used twice in " + self.key
        return self._cases

    def observe(self, name):
        """Gives the record of a case."""
        from .observe import observe

        with tf1_graphs() if self.tf1_graphs else contextlib.nullcontext():
            return observe(self.cases()[name])

    def needs_keras2(self, name):
        """Tells whether a case needs Keras 2."""
        return any(fnmatchcase(name, pattern) for pattern in self.keras2)

    def needs_pandas(self, name):
        """Tells whether a case needs pandas."""
        return any(fnmatchcase(name, pattern) for pattern in self.pandas)

    @property
    def path(self):
        """The golden file."""
        return os.path.join(GOLDEN, self.key + ".json")

    def golden(self):
        """Gives name -> recorded facts."""
        with open(self.path) as file:
            return json.load(file)


@contextlib.contextmanager
def tf1_graphs():
    """Makes variables and conditions those of a TF1 program."""
    from .legacy import tf

    resources, conditions = tf.resource_variables_enabled(), tf.control_flow_v2_enabled()
    tf.disable_resource_variables()
    tf.disable_control_flow_v2()
    try:
        yield
    finally:
        if resources:
            tf.enable_resource_variables()
        if conditions:
            tf.enable_control_flow_v2()
