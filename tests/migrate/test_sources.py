"""What is checked is read as Python reads it, and what cannot be read says why."""

import importlib.util
import json
import warnings

import pytest

from tf_spec_compat import python2
from tf_spec_compat.migrate import sources
from tf_spec_compat.migrate.sources import Unreadable


def notebook(*cells, **more):
    """A notebook of code cells."""
    listed = [{"cell_type": "code", "source": cell} for cell in cells]
    return json.dumps({"cells": listed, **more}).encode()


BAD = {
    "binary": ("a.py", b"\x00\x01", None, "is binary, or in UTF-16"),
    "encoding": ("a.py", b"# a\nx = '\xe9'\n", 2, "is not in utf-8, .* byte 0xe9 in line 2."),
    "declared": ("a.py", b"# coding: utf-8\n'\xff'", 2, "is not in utf-8, .* byte 0xff in line 2."),
    "unknown": (
        "a.py",
        b"# coding: klingon\n",
        None,
        "wrong encoding in its first lines: .*klingon",
    ),
    "syntax": ("a.py", b"x = 1\ny = (\n", 2, "syntax error in line 2: '\\(' was never closed|EOF"),
    "no JSON": ("a.ipynb", b"{", None, "is no notebook: it is no JSON"),
    "other JSON": ("a.ipynb", b"[1]", None, "is no notebook: it has no list of cells"),
    "cells": ("a.ipynb", b'{"cells": 3}', None, "is no notebook: it has no list of cells"),
    "text": ("a.ipynb", notebook(3), None, "is no notebook: cell 1 has no text"),
    "bytes": ("a.ipynb", b"\xff\xfe", None, "is no notebook: it is not in UTF-8"),
    "cell": ("a.ipynb", notebook("x = 1", "y =\n"), 1, "syntax error in cell 2, line 1: "),
    "deep": ("a.py", b"-" * 100000 + b"1", None, "nested too deeply|too many nested|too complex"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input(name):
    """Each kind of bad input is told by its path and its reason, and by its line if it has one."""
    path, data, line, words = BAD[name]
    with pytest.raises(Unreadable, match=words) as caught:
        sources.read_bytes(data, path).parse()
    assert str(caught.value).startswith(f"{path}:")
    if name not in ("syntax", "deep"):  # whose lines differ between Pythons
        assert caught.value.line == line


def test_no_such_path(tmp_path):
    """A path that is not there is said to be missing, whether it is to be read or listed."""
    path = str(tmp_path / "no.py")
    with pytest.raises(Unreadable, match="no such file or folder"):
        list(sources.find_files([path]))
    with pytest.raises(Unreadable, match="cannot be read: No such file"):
        sources.read(path)
    with pytest.raises(Unreadable, match="cannot be read: Is a directory"):
        sources.read(str(tmp_path))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"x = 1\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
        (b"\xef\xbb\xbfx = '\xc3\xa9'\n", "x = 'é'\n"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n"),
        (b"", ""),
    ],
)
def test_text(data, text):
    """Encodings are those that the file declares; line ends stay as they are."""
    source = sources.read_bytes(data)
    assert source.text == text
    source.parse()


def test_folders(tmp_path):
    """Of a folder Python files and notebooks are found, in one order, but not what is hidden."""
    for name in (
        "b/z.py",
        "b/a.ipynb",
        "a.py",
        "b.txt",
        ".git/x.py",
        "__pycache__/x.py",
        "env/pyvenv.cfg",
        "env/x.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path[len(str(tmp_path)) + 1 :] for path in sources.find_files([str(tmp_path)])]
    assert found == ["a.py", "b/a.ipynb", "b/z.py"]
    assert list(sources.find_files([str(tmp_path / "b.txt")])) == [str(tmp_path / "b.txt")]


def test_notebook():
    """Magics are passed over without moving a line, and lines are those of the cells."""
    data = notebook(
        ["%matplotlib inline\n", "import tensorflow as tf\n", "!pip install \\\n", "  x"],
        "%%bash\nls",
        "%%time\nif tf:\n    %run a.py\n    y = !ls\nx = (3\n  % 2)\nhelp?\nawait z",
        "x",
    )
    document = json.loads(data)
    document["cells"].insert(1, {"cell_type": "markdown", "source": "# not code"})
    source = sources.read_bytes(json.dumps(document).encode(), "a.ipynb")
    assert source.text.split("\n") == [
        *("pass", "import tensorflow as tf", "pass", "#"),
        *("#", "#"),
        *("pass", "if tf:", "    pass", "    y = None", "x = (3", "  % 2)", "pass", "await z"),
        *("x", ""),
    ]
    assert [source.place(line) for line in (1, 4, 5, 7, 14, 15)] == [
        *((1, 1), (1, 4), (3, 1), (4, 1), (4, 8), (5, 1)),
    ]
    assert source.commands == {3: "pip install \\", 10: "ls"}
    source.parse()


def test_old_notebook():
    """Notebooks of version 3, which have worksheets, are read too."""
    cells = [{"cell_type": "code", "input": ["x = 1\n", "y"]}]
    source = sources.read_bytes(json.dumps({"worksheets": [{"cells": cells}]}).encode(), "a.ipynb")
    assert source.text == "x = 1\ny\n"


def test_python2():
    """Python 2 is parsed where fissix is installed, and the first line that it shows in is told."""
    pytest.importorskip("fissix")
    tree, line = sources.read_bytes(b"x = 1\nprint x\n").parse()
    assert line == 2
    assert [statement.lineno for statement in tree.body] == [1, 2]
    assert sources.read_bytes(b"x = 1\n").parse()[1] is None


def test_python2_without_fissix(monkeypatch):
    """Without it the error says what to install, but only if it looks like Python 2."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        python2.importlib.util, "find_spec", lambda name: None if name == "fissix" else find(name)
    )
    with pytest.raises(Unreadable, match=r"Python 2, .*pip install 'tf-spec-compat\[python2\]'"):
        sources.read_bytes(b"print x\n").parse()
    with pytest.raises(Unreadable) as caught:
        sources.read_bytes(b"x = (\n").parse()
    assert "Python 2" not in str(caught.value)


def test_warnings_are_not_ours():
    """What Python advises against in a source is no warning of the check, here an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree, _ = sources.read_bytes(b"x = '\\d'\nassert (x, 1)\n").parse()
    assert len(tree.body) == 2
