"""Programs of Python 2, converted while they are imported."""

import ast
from pathlib import Path

import pytest

from tests.hook.conftest import facts_of, run_python
from tf_spec_compat import python2
from tf_spec_compat.hook.python2 import Python2Transformer

PATHS = [Path(pytest.importorskip("fissix").__file__).parents[1]]

MAIN = """\
# -*- coding: utf-8 -*-
import cPickle as pickle, string, sys
import urllib2
from itertools import izip
from pkg import mod
import numpy as np
reload(sys)
sys.setdefaultencoding('utf-8')

class Old(object):
    __metaclass__ = type

    def __init__(self, (a, b), c=0777):
        self.n = a, b, c

    def __div__(self, other):
        return 'div'

def tabs():
\tx = 5
        x /= 2
\treturn x

print 'hello', 7 / 2, 7 / 2., round(2.5), tabs()
d = {'a': 1}
if d.has_key('a') and 1 <> 2:
    for k, v in d.iteritems():
        print k, v, `v`
print Old((1, 2)) / 3, reduce(lambda a, b: a + b, xrange(4)), string.join(['a', 'b'], '-')
print string.letters[:3], string.upper('x'), d.keys()[0], zip([1], [2])[0], map(str, [1])[0]
print u'x', 'abc'.decode('utf-8'), 10L, mod.half(5), mod.NAME, mod.__name__
try:
    raise ValueError, 'bad'
except ValueError, e:
    print 'caught', e
for x, y in izip([1], [2]): print x, y
exec 'q = 3'
print q
print
a = np.arange(4)
b = a
a /= 2
print b.tolist(), (np.arange(4) / 2).tolist(), float(np.float32(3) / 2)
def fail():
    raise KeyError('last')
if len(sys.argv) > 1: fail()
"""

# What Python 2.7 prints of it.
PRINTED = """\
hello 3 3.5 3.0 2
a 1 1
div 6 a-b
abc X a (1, 2) 1
x abc 10 2 sib pkg.mod
caught bad
1 2
3

[0, 0, 1, 1] [0, 0, 1, 1] 1.5
"""

FILES = {
    "main.py": MAIN,
    "pkg/__init__.py": "",
    "pkg/mod.py": """\
        import sibling
        from sibling import NAME
        import deep.inner
        import io

        def half(n):
            assert isinstance(NAME, basestring) and deep.inner.VALUE == 7
            for i in xrange(1):
                n = n / 2
            return n
        """,
    "pkg/sibling.py": "NAME = 'sib'\n",
    "pkg/deep/__init__.py": "",
    "pkg/deep/inner.py": "from __future__ import division\nVALUE = int(3.5 * (4 / 2))\n",
    "new.py": "x: int = 7\nhalf = x / 2\n",
}


@pytest.fixture(scope="module")
def folder(project):
    return project(FILES)


def run(folder, *arguments):
    return run_python("-m", "tf_spec_compat", "run", *arguments, cwd=folder, paths=PATHS)


def test_a_program(folder):
    """A program of Python 2 prints what it printed under Python 2."""
    done = run(folder, "--python2", "main.py")
    assert done.returncode == 0, done.stderr
    assert done.stdout == PRINTED


def test_lines(folder):
    """Tracebacks have the lines of the file, though imports were added to it."""
    done = run(folder, "--python2", "main.py", "fail")
    lines = MAIN.splitlines()
    at = [
        lines.index("if len(sys.argv) > 1: fail()") + 1,
        lines.index("    raise KeyError('last')") + 1,
    ]
    shown = [line for line in done.stderr.splitlines() if line.startswith("  File")]
    assert [f"line {number}," in line for number, line in zip(at, shown)] == [True, True]


def test_bytecode(folder):
    """The converted modules are kept as bytecode of the view's own, which is used again."""
    code = """
    from pathlib import Path
    root = Path(sys.argv[1])
    sys.path.insert(0, str(root))
    from tf_spec_compat import install
    from tf_spec_compat import python2
    parsed, parse = [], python2.parse
    python2.parse = lambda *arguments: parsed.append(1) or parse(*arguments)
    handle = install(tf1_view=[root], python2=True)
    import pkg.mod, new
    facts["parsed"] = len(parsed)
    facts["half"] = pkg.mod.half(7), new.half
    facts["files"] = sorted(path.name for path in (root / "pkg" / "__pycache__").glob("mod.*"))
    handle.uninstall()
    from tf_spec_compat.hook import view
    facts["after"] = view.PYTHON2
    """
    for path in folder.rglob("*.pyc"):
        path.unlink()
    first, second = (facts_of(code, folder, paths=PATHS) for _ in range(2))
    assert first["half"] == second["half"] == [3, 3.5]
    assert first["parsed"] == 6
    assert second["parsed"] == 0
    assert [name.endswith("py2.pyc") for name in first["files"]] == [True]
    assert first["after"] is False


def test_without_the_option(folder):
    """The error names the option."""
    done = run(folder, "main.py")
    assert done.returncode == 1
    assert "is Python 2; if the program is, run it with --python2" in done.stderr


def test_without_fissix(folder):
    """Where fissix is missing, the option says what to install."""
    code = "import sys; sys.modules['fissix'] = None; from tf_spec_compat.cli.main import main"
    code += "; sys.exit(main(['run', '--python2', 'main.py']))"
    done = run_python("-c", code, cwd=folder)
    assert done.returncode == 2
    assert "pip install 'tf-spec-compat[python2]'" in done.stderr


def converted(source):
    tree, is_python2 = python2.parse(source, "old.py")
    assert is_python2
    return ast.unparse(Python2Transformer("<old>").visit(tree))


@pytest.mark.parametrize(
    "source",
    [
        "x: int = 7 / 2",
        "def f(*, a): return a / 2",
        "async def f(): pass",
        "print(f'{7 / 2}')",
        "class A(metaclass=type): pass",
        "def f():\n    raise E from e",
    ],
)
def test_what_can_only_be_python3(source):
    """A file with syntax that Python 2 had not is left as it is."""
    tree, is_python2 = python2.parse(source, "new.py")
    assert not is_python2
    assert ast.dump(tree) == ast.dump(ast.parse(source))


def test_what_may_be_either():
    """A file that Python 3 parses is converted, but keeps the calls that mean something there."""
    source = "print('a', 'b')\ninput('?')\nfor i in xrange(3): pass\nunicode"
    assert converted(source) == "print('a', 'b')\ninput('?')\nfor i in range(3):\n    pass\nstr"


def test_print_that_python3_parses():
    """`print >>file, x` and `print` alone say that the file is Python 2."""
    assert converted("print >>f, 3") == "print(3, file=f)"
    assert converted("print\nprint ('a', 'b')") == "print()\nprint(('a', 'b'))"


def test_division_of_the_future():
    """A file that asks for Python 3's division has it."""
    source = "from __future__ import division\nprint 7 / 2"
    assert converted(source).splitlines()[-1] == "print(7 / 2)"


def test_neither():
    """What is no Python at all is an error at its line."""
    with pytest.raises(SyntaxError) as caught:
        python2.parse("x = 1\nprint 'a' +\n", "old.py")
    assert caught.value.lineno == 2
