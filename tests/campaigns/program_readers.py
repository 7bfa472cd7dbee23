"""What reads programs and notebooks."""

import json

from tests.campaigns.reader import HOSTILE, Reader, json_text

PROGRAM = b"""# coding: utf-8
import tensorflow as tf
from tensorflow.contrib import learn, layers as L
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib

class Net(object):
    loss = property(lambda self: tf.losses.log_loss(self.y, [x for x in self.z if x]))

def model_fn(features, labels, mode, params=None, *args, **kwargs):
    with tf.variable_scope("a") as scope:
        logits = L.fully_connected(features, 10, activation_fn=None)
    try:
        return learn.ModelFnOps(mode, {"p": logits}, tf.reduce_sum(logits), None)
    except (ValueError, TypeError) as error:
        raise KeyError("%s" % error)

if __name__ == "__main__":
    learn.learn_runner.run(lambda run_config, hparams: None, "dir")
"""


class Programs(Reader):
    """What `check` reads: a source, its syntax tree, and what its names stand for."""

    samples = (
        PROGRAM,
        b"\xef\xbb\xbf" + PROGRAM.replace(b"\n", b"\r\n"),
        b"import urllib2\n" + PROGRAM.replace(b"raise ", b"print 'a', 0777;raise "),
    )
    cpu_seconds = 10  # fissix has a look at what is no Python 3
    words = (
        *PROGRAM.split(b"\n"),
        *(b"    |print 'a'|exec 'b'|0777|`x`|import tensorflow as tf|global tf|del tf".split(b"|")),
        *(b"# coding: latin-1|# coding: nosuch|# coding: rot13|lambda:|await|yield|*".split(b"|")),
        b"tf = getattr(tf, 'contrib')",
        b"from . import x",
        b"from tensorflow import *",
        b"(" * 500,
        b"-" * 20000,
        b"tf" + b".contrib" * 50,  # fissix takes n**3 for n attributes in a row: 2 s for 200
        *HOSTILE,
    )

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.migrate import analysis, sources

        self._analyze, self._read = analysis.analyze, sources.read
        self.documented = (sources.Unreadable,)
        self.path = str(folder / "program.py")

    def generated(self, source):
        lines = source.choices(self.words, k=source.randrange(30))
        return source.choice((b"\n", b"\n", b"\n    ", b" ")).join(lines)

    def read(self, data):
        source = self._read(self.write(data))
        tree, _ = source.parse()
        found = self._analyze(source.text, source.path, tree=tree)
        for line, *_ in found.names:
            source.place(line)
        return "names" if found.names else "no names"


class Notebooks(Programs):
    """The same of a notebook."""

    words = (
        *(b'{|}|[|]|:|,|"cells"|"cell_type"|"source"|"input"|"worksheets"|"code"'.split(b"|")),
        b'{"cell_type":"code","source":["%%time\\n","!pip install x\\\\\\n","y\\n","import z"]}',
        b'{"cell_type":"code","input":"x = %magic y?\\nimport tensorflow"}',
        *(b'"%matplotlib"|"!ls"|"x?"|null|1|"a\\nb"|"(\\n% b)"|"markdown"|"\\ud800"'.split(b"|")),
        b"[" * 10000,
        *HOSTILE,
    )

    def __init__(self, folder):
        super().__init__(folder)
        self.path = str(folder / "notebook.ipynb")
        lines = PROGRAM.decode().splitlines(keepends=True)
        code = {"cell_type": "code", "metadata": {}, "outputs": []}
        cells = [
            {"cell_type": "markdown", "source": ["# Title"]},
            {**code, "source": ["%matplotlib inline\n", "!pip install a \\\n", "  b\n", *lines]},
            {**code, "source": "%%bash\nls"},
            {**code, "input": "x = !ls\ntf.contrib.learn?"},
        ]
        old = {"worksheets": [{"cells": cells[1:]}], "nbformat": 3}
        python2 = {"cells": [{**code, "source": "import urllib2\nprint urllib2"}]}
        self.samples = [json.dumps(one).encode() for one in ({"cells": cells}, old, python2)]

    def generated(self, source):
        names, values = self.words[6:11], [*self.words[11:25]]
        cells = [json_text(source, names, values, 2) for _ in range(source.randrange(4))]
        made = b"[" + b",".join([*cells, *source.choices(values, k=source.randrange(2))]) + b"]"
        name = source.choice((b"cells", b"cells", b"worksheets"))
        return b'{"%s":%s}' % (name, made)
