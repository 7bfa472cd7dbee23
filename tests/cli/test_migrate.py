"""`tf-spec-compat migrate`: what it prints, what it writes, and its exit codes."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tf_spec_compat.cli.main import main

PROGRAM = (
    "import tensorflow as tf\n\nhead = tf.contrib.learn.multi_class_head(3)\n\n"
    'if __name__ == "__main__":\n    tf.app.run()\n'
)
MIGRATED = (
    "import tensorflow.compat.v1 as tf\nfrom tf_spec_compat import contrib\n\n"
    "tf.disable_v2_behavior()\n\nhead = contrib.learn.multi_class_head(3)\n\n"
    'if __name__ == "__main__":\n    tf.app.run()\n'
)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program of one file in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "train.py"
    path.write_text(PROGRAM)
    return path


def test_diff(program, capsys):
    """By default the change is printed as a diff, and nothing is written."""
    assert main(["migrate", "train.py"]) == 0
    output, errors = capsys.readouterr()
    assert output.startswith(
        "--- train.py\n+++ train.py\n@@ -1,6 +1,9 @@\n-import tensorflow as tf\n"
    )
    assert "+head = contrib.learn.multi_class_head(3)\n" in output
    assert "--to shim: 1 of 1 file would change." in errors
    assert "Nothing was written; --write does." in errors
    assert program.read_text() == PROGRAM


def test_write(program, capsys):
    """With --write the file is changed, and a second time there is nothing to do."""
    assert main(["migrate", "--write", "train.py"]) == 0
    assert program.read_text() == MIGRATED
    output, errors = capsys.readouterr()
    assert output == ""
    assert "--to shim: 1 of 1 file changed.\n  contrib_paths: 1 file\n" in errors
    assert main(["migrate", "--to", "shim", "--check", "train.py"]) == 0
    assert program.read_text() == MIGRATED


def test_check(program, capsys):
    """With --check files that would change are named, and the exit code is 1."""
    assert main(["migrate", "--check", "."]) == 1
    assert capsys.readouterr().out == f"would change {os.path.join('.', 'train.py')}\n"
    assert program.read_text() == PROGRAM


def test_only_and_skip(program):
    """Fixers are picked by --only and left out by --skip."""
    assert main(["migrate", "--write", "--only", "tensorflow_import", "train.py"]) == 0
    assert program.read_text() == PROGRAM.replace("tensorflow", "tensorflow.compat.v1", 1)
    arguments = ["--to", "shim", "--skip", "v1_behavior", "--skip", "contrib_paths"]
    assert main(["migrate", "--check", *arguments, "train.py"]) == 0


def test_target_version(program):
    """For 2.15 tf.estimator stays, which TensorFlow 2.16 has not any more."""
    program.write_text("import tensorflow as tf\ntf.estimator.Estimator\n")
    assert main(["migrate", "--write", "--target-version", "2.15", "train.py"]) == 0
    assert program.read_text() == ("import tensorflow.compat.v1 as tf\ntf.estimator.Estimator\n")
    assert main(["migrate", "--to", "shim", "--write", "train.py"]) == 0
    assert "tf_estimator.Estimator\n" in program.read_text()


def test_list_fixers(capsys):
    """--list-fixers lists all with what they do, where they belong, and whether they are safe."""
    assert main(["migrate", "--list-fixers"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [
        *("contrib_paths", "tensorflow.contrib", "to", "tf_spec_compat.contrib"),
        *("(shim,", "estimator)"),
    ] in [line.split() for line in lines]
    assert any(line.endswith("(estimator; unsafe)") for line in lines)


def test_entry_points(tmp_path, capsys):
    """Of several files those that processes start with switch TensorFlow 2's behaviour off."""
    package = tmp_path / "pack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "model.py").write_text("import tensorflow as tf\ntf.layers.dense\n")
    (package / "model_test.py").write_text("from pack import model\nimport tensorflow as tf\n")
    (tmp_path / "train.py").write_text("from pack import model\nmodel.run()\n")
    (tmp_path / "tool.py").write_text("import os\nprint(os.name)\n")
    assert main(["migrate", "--write", str(tmp_path)]) == 0
    assert "disable" not in (package / "model.py").read_text()
    assert (package / "model_test.py").read_text() == (
        "import tf_spec_compat\n\ntf_spec_compat.use_legacy_keras()\n\n"
        "from tensorflow.compat.v1 import disable_v2_behavior\n\ndisable_v2_behavior()\n\n"
        "from pack import model\nimport tensorflow.compat.v1 as tf\n"
    )
    assert (
        (tmp_path / "train.py")
        .read_text()
        .endswith("disable_v2_behavior()\n\nfrom pack import model\nmodel.run()\n")
    )
    assert (tmp_path / "tool.py").read_text() == "import os\nprint(os.name)\n"
    assert "None of these files" not in capsys.readouterr().err


def test_re_exports(tmp_path):
    """What a module has from another one of the program is resolved."""
    (tmp_path / "compat.py").write_text("import tensorflow as tf\n")
    user = tmp_path / "user.py"
    user.write_text("from compat import tf\n\ntf.contrib.learn.run_n\n")
    assert main(["migrate", "--write", str(tmp_path)]) == 0
    assert user.read_text() == (
        "from compat import tf\nfrom tf_spec_compat import contrib\n\ncontrib.learn.run_n\n"
    )


def test_no_entry_point(tmp_path, capsys):
    """Where no file starts a program, it says what to do about that."""
    path = tmp_path / "model.py"
    path.write_text("import tensorflow as tf\n")
    assert main(["migrate", str(path)]) == 0
    assert "call tensorflow.compat.v1.disable_v2_behavior()" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            b"\xef\xbb\xbfimport tensorflow as tf\n",
            b"\xef\xbb\xbfimport tensorflow.compat.v1 as tf\n",
        ),
        (
            b"# coding: latin-1\nimport tensorflow as tf  # \xe9\n",
            b"# coding: latin-1\nimport tensorflow.compat.v1 as tf  # \xe9\n",
        ),
        (
            b"import tensorflow as tf\r\nx = 1\r\n",
            b"import tensorflow.compat.v1 as tf\r\nx = 1\r\n",
        ),
        (b"import tensorflow as tf", b"import tensorflow.compat.v1 as tf"),
        (
            b"import tensorflow as tf\r\ntf.contrib\r\n",
            b"import tensorflow.compat.v1 as tf\r\n"
            b"from tf_spec_compat import contrib\r\ncontrib\r\n",
        ),
        (
            b"x = 1\r\nimport tensorflow as tf\n",
            b"x = 1\r\nimport tensorflow.compat.v1 as tf\n",
        ),
    ],
)
def test_bytes(tmp_path, before, after):
    """Encoding, byte order mark, line ends and a missing last one stay as they were."""
    path = tmp_path / "train.py"
    path.write_bytes(before)
    assert main(["migrate", "--write", str(path)]) == 0
    assert path.read_bytes() == after


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
def test_modes_and_links(program, tmp_path):
    """A file keeps its mode, and a link stays a link to the file that is rewritten."""
    program.chmod(0o750)
    link = tmp_path / "link.py"
    link.symlink_to(program)
    assert main(["migrate", "--write", "link.py"]) == 0
    assert link.is_symlink()
    assert program.read_text() == MIGRATED
    assert stat.S_IMODE(program.stat().st_mode) == 0o750
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.py", "train.py"]


def dump(cells):
    """A notebook's text as Jupyter writes it."""
    return json.dumps({"cells": cells, "nbformat": 4}, indent=1, ensure_ascii=False) + "\n"


def test_notebook(tmp_path):
    """Cells are rewritten; magics, outputs, metadata and the layout of the file stay."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["import tensorflow as tf"]},
        {
            "cell_type": "code",
            "execution_count": 3,
            "metadata": {"id": "é"},
            "outputs": [{"name": "stdout", "text": ["tf.contrib\n"]}],
            "source": ["%matplotlib inline\n", "import tensorflow as tf"],
        },
        {"cell_type": "code", "source": "!pip list\ntf.contrib.learn\nx = ('%d'\n  % 1)\n"},
        {"cell_type": "code", "source": "%%bash\nimport tensorflow as tf"},
    ]
    path = tmp_path / "book.ipynb"
    path.write_text(dump(cells), "utf-8")
    assert main(["migrate", "--write", str(path)]) == 0
    cells[1]["source"] = [
        "%matplotlib inline\n",
        "import tensorflow.compat.v1 as tf\n",
        "from tf_spec_compat import contrib\n",
        "\n",
        "tf.disable_v2_behavior()",
    ]
    cells[2]["source"] = "!pip list\ncontrib.learn\nx = ('%d'\n  % 1)\n"
    assert path.read_text("utf-8") == dump(cells)
    assert main(["migrate", "--to", "shim", "--check", str(path)]) == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.py", b"\x00\x01", "a.py: is binary"),
        ("a.py", b"\n\n\nx = '\xff'\n", "a.py:4: is not in utf-8"),
        ("a.py", b"# coding: klingon\n", "unknown encoding: klingon"),
        ("a.py", b"import tensorflow as tf\nx = (\n", "a.py:2: syntax error in line 2"),
        (
            "a.py",
            b"print 'x'\n",
            "a.py:1: is Python 2; convert it first, with `python -m fissix -w`",
        ),
        ("a.ipynb", b"{", "a.ipynb: is no notebook: it is no JSON"),
        ("a.ipynb", b'{"worksheets": []}', "a.ipynb: is a notebook of before version 4"),
        ("a.ipynb", b"[1]", "a.ipynb: is no notebook: it has no list of cells"),
    ],
)
def test_unreadable(program, capsys, name, data, words):
    """A file that cannot be read is reported and left alone; the others are changed."""
    bad = program.with_name(name)
    bad.write_bytes(data)
    assert main(["migrate", "--write", name]) == 2
    assert words in capsys.readouterr().err
    assert main(["migrate", "--write", "."]) == 2
    assert "1 of 1 file changed, 1 file left alone." in capsys.readouterr().err
    assert bad.read_bytes() == data
    assert program.read_text() == MIGRATED


def test_left_for_a_person(program, capsys):
    """What no fixer does is named with its place in the result, its code and what to do."""
    program.write_text(
        "import tensorflow as tf\nfrom imp import load_source\n"
        "tf.contrib.boosted_trees.x\ntf.contrib.learn.Estimator\n"
    )
    assert main(["migrate", "train.py"]) == 0
    errors = capsys.readouterr().err
    assert "train.py:3:17 L702: imp left with Python 3.12: use importlib." in errors
    assert "train.py:4:1 G501: tf.contrib.boosted_trees left with TensorFlow 2: " in errors
    assert errors.count("train.py:") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.py"], "nowhere.py: there is no such file or folder."),
        (["train.py", "--only", "x"], "there is no fixer 'x'; --list-fixers lists them"),
        (
            [],
            "no path was given; `tf-spec-compat migrate .` shows what would change in this folder",
        ),
        (["train.py", "--check"], "--check changes nothing, so it does not go with --write"),
    ],
)
def test_usage(program, capsys, arguments, words):
    """What was asked for wrongly is said in a line, and nothing is written."""
    assert main(["migrate", "--write", *arguments]) == 2
    assert capsys.readouterr().err == f"tf-spec-compat migrate: {words}\n"
    assert program.read_text() == PROGRAM


def test_without_libcst(program, capsys, monkeypatch):
    """Without LibCST it says what to install."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["migrate", "train.py"]) == 2
    assert 'not installed: pip install "tf-spec-compat[migrate]"' in capsys.readouterr().err


def test_write_protected(program, capsys, monkeypatch):
    """A file that cannot be written is reported, and nothing else is left behind."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert main(["migrate", "--write", "train.py"]) == 2
    errors = capsys.readouterr().err
    assert "train.py: not written: it is write-protected" in errors
    assert "0 of 1 file changed, 1 file could not be written." in errors
    assert program.read_text() == PROGRAM
    assert len(list(program.parent.iterdir())) == 1


def test_page_lists_the_fixers(capsys):
    """What docs/migrate.md shows of the list of fixers is what the command prints."""
    assert main(["migrate", "--list-fixers"]) == 0
    listed = capsys.readouterr().out.splitlines()
    page = (Path(__file__).parents[2] / "docs" / "migrate.md").read_text("utf-8")
    shown = page.partition("--list-fixers\n")[2].partition("```")[0].splitlines()
    assert shown
    assert set(shown) <= set(listed)
