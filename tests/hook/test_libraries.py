"""Old names of Python's library and NumPy in the user's modules, and in no others."""

import ast
import sys
import textwrap

import pytest

from tests.hook.conftest import facts_of
from tf_spec_compat.hook.libraries import LibraryTransformer, concerns

FILES = {
    "user.py": '''\
"""Doc."""
from __future__ import print_function
import array, asyncio, base64, cgi, collections, fractions, importlib, inspect, imp, json
import gettext, locale, os, pipes, platform, random, sys, tarfile, threading, time, unittest
import distutils.version
import distutils.util as util
from distutils.version import LooseVersion as Version
from collections import Hashable, Mapping as M, OrderedDict, Sequence
from fractions import gcd
from imp import load_source, reload
from html.parser import HTMLParser
import xml.etree.cElementTree as ET
from xml.etree import cElementTree
from typing.io import TextIO
import numpy as np
from numpy import array as narray, product

class Always(collections.Mapping):
    def __getitem__(self, key): return 1
    def __iter__(self): return iter([])
    def __len__(self): return 0

class Tests(unittest.TestCase):
    def test(self):
        self.assertEquals(1, 1)
        self.assertRaisesRegexp(ValueError, "a", int, "a")
        self.assertDictContainsSubset({"a": 1}, {"a": 1, "b": 2})

def spec(f):
    return inspect.getargspec(f)

def items():
    array_2 = np.zeros((2, 2))
    array_2.itemset(1, 5)
    array_2.itemset((1, 1), 7)
    array_2.itemset(0, 0, 9)
    return array_2.tolist()

def deck():
    cards = [1, 2, 3, 4]
    random.shuffle(cards, lambda: 0.5)
    return cards

def fail():
    return inspect.no_such_name

FACTS = {
    "getargspec": list(spec(lambda a, b=1, *c: a)),
    "formatargspec": inspect.formatargspec(["a", "b"], "args", "kw", (1,)),
    "collections": [isinstance(3, Hashable), isinstance(Always(), M), isinstance([], Sequence)],
    "imp": [imp.new_module("x").__name__, imp.find_module("json")[2], load_source.__name__],
    "clock": time.clock() > 0,
    "gcd": [gcd(12, -18), fractions.gcd(0, 4)],
    "distutils": Version("1.15.2") >= Version("1.4"),
    "distutils.version": distutils.version.StrictVersion("1.2") < "1.3",
    "strtobool": util.strtobool("yes") == 1,
    "base64": base64.encodestring(b"a").decode(),
    "cgi": [cgi.escape('<"'), cgi.escape('"', True), cgi.parse_qs("a=1")],
    "header": cgi.parse_header('text/html; charset="a;b"; x=1'),
    "platform": [len(platform.linux_distribution()), len(platform.dist())],
    "array": list(array.array("b", [1]).tostring()),
    "thread": threading.Thread().isAlive(),
    "ragged": [len(np.array([[1], [1, 2]])), narray([[1], [1, 2]]).dtype.kind],
    "numpy": [float(product([2, 3])), list(np.ones(1, np.uint8).tostring())],
    "fromstring": np.fromstring(b"\\x01\\x02", dtype=np.uint8).tolist(),
    "copy": np.array([1.0, 2.0], copy=False).tolist(),
    "histogram": np.histogram([1, 2, 3], 2, normed=True)[0].sum().round(3),
    "ptp": float(np.arange(3).ptp()),
    "itemset": items(),
    "xml": [ET.fromstring("<a><b/></a>").getchildren()[0].tag, ET is cElementTree],
    "html": HTMLParser().unescape("&lt;"),
    "typing": TextIO.__name__,
    "random": [len(random.sample({1, 2, 3}, 2)), random.randint(1.0, 1), deck()],
    "json": json.loads("1", encoding="utf-8"),
    "getattr": [getattr(inspect, "getargspec", None) is not None, hasattr(collections, "Mapping"),
                hasattr(collections, "Mappings"), getattr(time, "clocks", 7)],
    "import_module": importlib.import_module("imp").PY_SOURCE,
    "gettext": [gettext.lgettext("x").decode(), gettext.lngettext("a", "b", 2).decode()],
    "locale": locale.format("%d", 12345),
    "pipes": pipes.quote("a b"),
    "mode": len(open(__file__, "rU").readline()),
    "tarfile": tarfile.filemode(0o644),
    "coroutine": callable(asyncio.coroutine),
    "unittest": unittest.TextTestRunner(stream=open(os.devnull, "w")).run(
        unittest.makeSuite(Tests)).wasSuccessful(),
    "doc": __doc__,
    "same module": inspect is sys.modules["inspect"],
}
''',
    "mocked.py": """\
import time

class Stopwatch:
    clock = 3

def of(time):
    return time.clock

TIMES = [of(Stopwatch()), of(Stopwatch)]
""",
    "site-packages/library.py": """\
import collections, inspect
found = hasattr(collections, "Mapping"), hasattr(inspect, "getargspec")
""",
}

FACTS = """
import warnings
from pathlib import Path
warnings.simplefilter("ignore")
root = Path(sys.argv[1])
sys.path[:0] = [str(root), str(root / "site-packages")]
import array, collections.abc, inspect, os, random, numpy
# Python 3.9 itself keeps the names that it looks up in `collections.abc`.
kept = set(collections.abc.__all__) if sys.version_info < (3, 10) else set()
def state():
    return {name: sorted(set(vars(sys.modules[name])) - kept) for name in
            ("array", "collections", "inspect", "numpy", "os", "random")}
numpy.array, before = numpy.array, state()
from tf_spec_compat import install
handle = install(tf1_view=[root])
import user, mocked, library
facts.update(user.FACTS)
facts["mocked"] = mocked.TIMES
facts["library"] = list(library.found)
facts["tensorflow"] = "tensorflow" in sys.modules
import traceback
try:
    user.fail()
except AttributeError as error:
    facts["line"] = [row.lineno for row in traceback.extract_tb(error.__traceback__)
                     if row.filename == user.__file__]
    facts["words"] = str(error)
handle.uninstall()
facts["after"] = [name for name, names in state().items() if names != before[name]]
facts["gone"] = [name for name in ("imp", "distutils", "cgi", "pipes") if name in sys.modules
                 and not sys.modules[name].__spec__]
"""

EXPECTED = {
    "getargspec": [["a", "b"], "c", None, [1]],
    "formatargspec": "(a, b=1, *args, **kw)",
    "collections": [True, True, True],
    "imp": ["x", ["", "", 5], "load_source"],
    "clock": True,
    "gcd": [-6, 4],
    "distutils": True,
    "distutils.version": True,
    "strtobool": True,
    "base64": "YQ==\n",
    "cgi": ['&lt;"', "&quot;", {"a": ["1"]}],
    "header": ["text/html", {"charset": "a;b", "x": "1"}],
    "platform": [3, 3],
    "array": [1],
    "thread": False,
    "ragged": [2, "O"],
    "numpy": [6, [1]],
    "fromstring": [1, 2],
    "copy": [1, 2],
    "histogram": 1,
    "ptp": 2,
    "itemset": [[9, 5], [0, 7]],
    "xml": ["b", True],
    "html": "<",
    "typing": "TextIO",
    "random": [2, 1, [1, 4, 2, 3]],
    "json": 1,
    "getattr": [True, True, False, 7],
    "import_module": 1,
    "gettext": ["x", "b"],
    "locale": "12345",
    "pipes": "'a b'",
    "mode": 11,
    "tarfile": "?rw-r--r--",
    "coroutine": True,
    "unittest": True,
    "doc": "Doc.",
    "same module": True,
}


@pytest.fixture(scope="module")
def facts(project):
    folder = project(FILES)
    found = facts_of(FACTS, folder)
    found["second start"] = facts_of(FACTS, folder)
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_old_names(facts, name):
    """A user's module has the names of Python 3.7 and NumPy 1.16, with their values."""
    assert facts[name] == EXPECTED[name]


def test_second_start(facts):
    """The bytecode of the first start does the same."""
    assert facts["second start"] == {
        key: value for key, value in facts.items() if key != "second start"
    }


def test_only_user_modules(facts):
    """Modules of the library and installed packages are as they were, after the view too."""
    assert facts["library"] == [sys.version_info < (3, 10), sys.version_info < (3, 11)]
    assert facts["after"] == []
    assert facts["gone"] == []
    assert facts["tensorflow"] is False


def test_other_objects(facts):
    """An attribute of an old name's name is the object's own."""
    assert facts["mocked"] == [3, 3]


def test_errors_are_pythons(facts):
    """What was never there fails at its line with Python's words."""
    assert facts["line"] == [45]
    assert facts["words"] == "module 'inspect' has no attribute 'no_such_name'"


def rewritten(source, **options):
    tree = ast.parse(textwrap.dedent(source))
    return ast.unparse(LibraryTransformer(**options).visit(tree))


@pytest.mark.parametrize(
    "source",
    [
        "import os, inspect\ninspect.signature(f)",
        "from collections import OrderedDict",
        "time.clock = 3\ndel time.clock",
        "from . import imp",
        "', '.join(words).format(x)",
        "open(path, 'rb')",
        "from numpy import product\nnp.float",
        "match x:\n    case collections.Mapping():\n        pass",
    ],
)
def test_all_else_stays(source):
    """What is no old name, or is set, is left as it is."""
    try:
        ast.parse(source)
    except SyntaxError:  # `match` is new in Python 3.10
        source = "pass"
    assert rewritten(source) == source


def test_imports_keep_their_order():
    """Names are bound one after the other, each once."""
    assert rewritten("import os, imp as i, sys", is_file=True).splitlines() == [
        "from tf_spec_compat.hook import lookup as _tf1_lookup",
        "import os",
        "i = _tf1_lookup.module('imp', False)",
        "import sys",
    ]
    assert rewritten("'Doc.'\nfrom __future__ import division\nimport imp", is_file=True) == (
        "'Doc.'\nfrom __future__ import division\n"
        "from tf_spec_compat.hook import lookup as _tf1_lookup\n"
        "imp = _tf1_lookup.module('imp', False)"
    ).replace("'Doc.'", '"""Doc."""')


@pytest.mark.filterwarnings("ignore:Using or importing the ABCs:DeprecationWarning")  # Python 3.9
def test_cells_bind_no_name():
    """A cell of a notebook finds the names without one of its own."""
    names = {}
    exec(rewritten("import collections\nfound = collections.Mapping"), names)
    assert sorted(set(names) - {"__builtins__"}) == ["collections", "found"]


def test_universal_newlines():
    """The mode that Python 3.11 dropped is written as what it was."""
    assert rewritten("open(p, 'rU')") == "open(p, 'r')"
    assert rewritten("io.open(p, mode='U')") == "io.open(p, mode='r')"


def test_most_sources_are_not_parsed():
    """A source without such a name is compiled as ever."""
    assert not concerns(b"import os\nprint(os.sep)\n")
    assert concerns(b"x = inspect.getargspec(f)")


OLDPY = """\
import tensorflow as tf

FOUND = {}

def run(name, code):
    try:
        exec(code, {})
        FOUND[name] = "ok"
    except Exception as error:
        FOUND[name] = repr(error)

run("inspect.getargspec", "import inspect; inspect.getargspec(lambda a, b=1: a)")
run("collections.Mapping", "import collections; collections.Mapping, collections.Iterable")
run("from collections import", "from collections import Sequence")
run("imp.load_source", "import imp; imp.load_source")
run("LooseVersion(tf)", "from distutils.version import LooseVersion as V; "
    "import tensorflow as tf; assert V(tf.__version__) >= V('1.4')")
run("time.clock", "import time; time.clock()")
run("fractions.gcd", "from fractions import gcd")
run("np.int", "import numpy as np; np.int(3), np.float, np.bool, np.object")
run("np.array ragged", "import numpy as np; np.array([[1], [1, 2]])")
run("yaml", "import collections; collections.Hashable")
run("tf.__version__", "import tensorflow as tf; assert tf.__version__.startswith('1.')")
VERSIONS = [tf.__version__, tf.VERSION, tf.version.VERSION]
"""


def test_strings_that_are_executed(project):
    """Code in strings has the names too, and TensorFlow says that it is 1.15.5, for a while."""
    folder = project({"oldpy.py": OLDPY})
    facts = facts_of(
        """
        import warnings
        warnings.simplefilter("ignore")
        sys.path.insert(0, sys.argv[1])
        from tf_spec_compat import install
        handle = install(tf1_view=[sys.argv[1]])
        import oldpy, tensorflow as tf
        facts["found"], facts["versions"] = oldpy.FOUND, oldpy.VERSIONS
        facts["real"] = tf.__version__, tf.version.VERSION
        handle.uninstall()
        facts["after"] = [tf.compat.v1.__version__, tf.compat.v1.version.VERSION] == [
            tf.__version__, tf.__version__]
        """,
        folder,
    )
    assert set(facts["found"].values()) == {"ok"}, facts["found"]
    assert len(facts["found"]) == 11
    assert facts["versions"] == ["1.15.5"] * 3
    assert facts["real"][0] == facts["real"][1] != "1.15.5"
    assert facts["after"]
