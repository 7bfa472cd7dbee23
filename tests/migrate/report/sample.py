"""A run of `check` made by hand: every kind of finding, and a summary of it."""

import io

from tf_spec_compat.migrate import report
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.report.results import FileResult, Item, Summary
from tf_spec_compat.migrate.selection import POLICIES, Selection, failing_kinds

_CONTRIB = "tensorflow.contrib."


def finding(code, name, line=1, column=1, width=5, path="trainer/model.py", **more):
    """A finding of one line."""
    more.setdefault("message", f"{name} is a {code}")
    more.setdefault("end_line", line)
    more.setdefault("end_column", column + width)
    return Finding(code=code, path=path, line=line, column=column, name=name, **more)


def files():
    """Two files with findings, a notebook, one without and one that cannot be read."""
    gone = finding(
        "G501", _CONTRIB + "tensorrt.create", 3, 5, 15, advice="Use tf.experimental.tensorrt."
    )
    runs = finding("R101", _CONTRIB + "learn.Head", 4, 1, 10, fixer="contrib_paths", safe=True)
    old = finding("L703", "numpy.float", 5, 9, 8, advice="Use float.", fixer="numpy", safe=True)
    returns = finding("S801", "model_fn", 6, 5, 8, end_line=9, advice="Return it.", fixer="ops")
    keras = finding("K301", _CONTRIB + "rnn.LSTMCell", 2, 3, 4, "lib/a,b: 100%.py", advice="Keras")
    cell = finding("D201", _CONTRIB + "learn.DNNClassifier", 1, 1, 3, "nb.ipynb", cell=2)
    return [
        FileResult(
            "trainer/model.py",
            (
                Item(gone, "    trt.create('<&>')  # \x1b[31m"),
                Item(runs, "learn.Head"),
                Item(old, "        np.float(1)"),
                Item(returns, "def model_fn(features,"),
            ),
            ignored=2,
        ),
        FileResult("lib/a,b: 100%.py", (Item(keras, "\trnn.LSTMCell"),)),
        FileResult("nb.ipynb", (Item(cell, "dnn"),)),
        FileResult("clean.py"),
        FileResult("broken.py", problem="line 3: invalid syntax & more"),
    ]


def summary(target="2.21", fail_on=None, **more):
    """An empty summary."""
    failing = failing_kinds(fail_on or POLICIES[target].fail_on)
    return Summary(target, failing, release="1.2.3", **more)


def written(name, found=None, counts=None, colours=False):
    """What a format makes of it."""
    stream = io.StringIO()
    counts = counts or summary()
    report.load(name).write(
        counts.counting(files() if found is None else found), counts, stream, colours
    )
    return stream.getvalue()


def one(item_text, column, end_column, **more):
    """A file with one finding that fails, in a line of its own."""
    place = finding("G501", _CONTRIB + "x", 12, column, end_column=end_column, **more)
    return [FileResult(place.path, (Item(place, item_text),))]


def selection(*select):
    """A selection of some codes."""
    return Selection(select)
