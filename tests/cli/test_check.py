"""`tf-spec-compat check`: options, exit codes, files that it writes and what it refuses."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tf_spec_compat.cli.main import main

GONE = "import tensorflow as tf\n\nengine = tf.contrib.tensorrt.create_inference_graph\n"
RUNS = "import tensorflow as tf\n\nhead = tf.contrib.learn.Head\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """The current folder: a file with a use that is gone, one with a use that runs, one clean."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    package = tmp_path / "trainer"
    package.mkdir()
    (package / "gone.py").write_text(GONE, encoding="utf-8")
    (package / "runs.py").write_text(RUNS, encoding="utf-8")
    (package / "clean.py").write_text("import json\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(capsys, tree):
    """Runs `check` for TensorFlow 2.21 in one process; returns exit code, stdout and stderr."""

    def run(*arguments, target="2.21"):
        given = ["--target", target] if target else []
        try:
            code = main(["check", "-j", "1", *given, *map(str, arguments)])
        except SystemExit as exit:  # argparse's
            code = exit.code
        out, err = capsys.readouterr()
        return code, out, err

    return run


def codes(out):
    return [(found["path"], found["code"]) for found in json.loads(out)["findings"]]


def test_folder(check):
    """Something gone fails; the list has it with its place, the summary has the rest."""
    code, out, err = check("trainer")
    assert (code, err) == (1, "")
    path = os.path.join("trainer", "gone.py")
    lines = out.splitlines()
    assert lines[0] == f"{path}: 1 finding"
    assert lines[1].startswith(f"{path}:3:10: G501 [gone] ")
    assert lines[2] == "    3 | engine = tf.contrib.tensorrt.create_inference_graph"
    assert lines[3] == "      |          ^" + "^" * len("f.contrib.tensorrt.create_inference_graph")
    assert "runs.py" not in out
    assert "Checked 3 files for TensorFlow 2.21 with tf_spec_compat.\n" in out
    assert lines[-1] == "Failed: 1 finding of kind gone."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["trainer/runs.py"], 0),
        (["trainer/gone.py"], 1),
        (["trainer/gone.py", "--exit-zero"], 0),
        (["trainer/gone.py", "--ignore", "gone"], 0),
        (["trainer/runs.py", "--fail-on", "runs"], 1),
        (["trainer/runs.py", "--fail-on", "runs", "--select", "G"], 0),
        (["trainer/clean.py", "--fail-on", "structure"], 0),
        (["trainer", "--exclude", "gone.py"], 0),
        (["trainer", "--exclude", "trainer/g*"], 0),
        (["trainer", "--exclude", "trainer"], 0),
        (["trainer", "trainer/none.py", "--exit-zero"], 2),
    ],
)
def test_exit_code(check, arguments, expected):
    """0 is nothing at the level, 1 something, 2 a mistake, `--exit-zero` or not."""
    assert check(*arguments)[0] == expected


def test_target_decides_what_fails(check):
    """What runs with this package is work for who goes to tf.estimator."""
    assert check("trainer/runs.py", target="2.15")[0] == 0
    assert check("trainer/runs.py", target=None)[0] == 0
    code, out, _ = check("trainer/runs.py", target="estimator")
    assert code == 1
    assert "R101 [runs]" in out


def test_what_cannot_be_read(check, tree):
    """Each such file has a line, the others are checked, and the report is whole."""
    (tree / "trainer" / "broken.py").write_text("x = (\n", encoding="utf-8")
    (tree / "binary.py").write_bytes(b"\x00\xff\xfe\x00")
    (tree / "a.ipynb").write_text("{", encoding="utf-8")
    code, out, err = check("trainer", "binary.py", "a.ipynb", "none.py", "--output-format", "json")
    assert code == 2
    assert codes(out) == [
        (os.path.join("trainer", "gone.py"), "G501"),
        (os.path.join("trainer", "runs.py"), "R101"),
    ]
    broken = ["a.ipynb", "binary.py", "none.py", os.path.join("trainer", "broken.py")]
    assert sorted(line.split(": ")[1] for line in err.splitlines()) == broken
    assert sorted(row["path"] for row in json.loads(out)["unreadable"]) == broken
    assert all(row["reason"] for row in json.loads(out)["unreadable"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no path was given"),
        (["."], None),
        ([".", "--select", "X9"], "there is no code or kind 'X9'"),
        ([".", "--ignore", "G,gon"], "there is no code or kind 'gon'"),
        ([".", "--explain", "X9"], "there is no code 'X9'"),
        ([".", "--output-format", "xml"], "invalid choice: 'xml'"),
        ([".", "--fail-on", "all"], "invalid choice: 'all'"),
        ([".", "--target", "3.0"], "invalid choice: '3.0'"),
        ([".", "-j", "0"], "--jobs 0: at least one process"),
        ([".", "-"], "`-`, standard input, cannot be checked together"),
        ([".", "--stdin-filename", "a.py"], "--stdin-filename is for `-`"),
        ([".", "--write-baseline"], "--write-baseline needs --baseline FILE"),
        ([".", "--baseline", "none.json"], "there is no baseline none.json"),
        ([".", "--statistics", "--output-format", "html"], "--statistics is for"),
        ([".", "-o", "no/such/file"], "cannot be written"),
        ([".", "-o", "trainer"], "trainer is a folder"),
    ],
)
def test_mistakes(check, tree, arguments, message):
    """A wrong option ends with 2 and one clear line; nothing is printed or written."""
    before = sorted(tree.rglob("*"))
    code, out, err = check(*arguments)
    if message is None:
        assert code == 1
    else:
        assert (code, out) == (2, "")
        assert message in err.splitlines()[-1]
        assert "Traceback" not in err
    assert sorted(tree.rglob("*")) == before


def test_output_file(check, tree):
    """`-o` writes the report to a file, as a whole, and over an older one."""
    report = tree / "report.json"
    report.write_text("old", encoding="utf-8")
    code, out, _ = check("trainer", "--output-format", "json", "-o", report)
    assert (code, out) == (1, "")
    assert len(codes(report.read_text("utf-8"))) == 2
    assert sorted(path.name for path in tree.iterdir()) == ["report.json", "trainer"]


def test_output_to_a_device(check):
    """What is no file, as /dev/null is none, is written to and not replaced."""
    assert check("trainer", "-o", os.devnull)[:2] == (1, "")
    assert not Path(os.devnull).is_file()


def test_a_report_that_fails_leaves_the_old_file(check, tree, monkeypatch):
    """A report that could not be made leaves neither half a file nor a draft."""

    def fail(*arguments):
        raise OSError("no space left")

    monkeypatch.setattr("tf_spec_compat.migrate.report.json.write", fail)
    report = tree / "report.json"
    report.write_text("old", encoding="utf-8")
    code, _, err = check("trainer", "--output-format", "json", "-o", report)
    assert code == 2
    assert err == "tf-spec-compat check: no space left\n"
    assert report.read_text("utf-8") == "old"
    assert sorted(path.name for path in tree.iterdir()) == ["report.json", "trainer"]


def test_standard_input(check, monkeypatch):
    """`-` reads standard input, under the name that it is given."""

    def feed(text):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))

    feed(GONE)
    code, out, _ = check("-", "--stdin-filename", "a/b.py")
    assert code == 1
    assert "a/b.py:3:10: G501" in out
    feed(GONE)
    assert check("-")[1].startswith("<stdin>: 1 finding\n")
    feed("x = (")
    code, _, err = check("-")
    assert code == 2
    assert err.startswith("tf-spec-compat check: <stdin>: ")


def test_comments(check, tree):
    """Comments leave findings out, and are counted; a wrong one ends with 2."""
    path = tree / "trainer" / "gone.py"
    path.write_text(GONE.rstrip() + "  # tfsc: ignore[G501]\n", encoding="utf-8")
    code, out, _ = check("trainer")
    assert code == 0
    assert "1 finding left out by `# tfsc: ignore` comments." in out
    path.write_text(GONE.rstrip() + "  # tfsc: ignore[G5O1]\n", encoding="utf-8")
    code, out, err = check("trainer")
    assert code == 2
    assert "G501 [gone]" in out
    assert err.startswith("tf-spec-compat check: " + os.path.join("trainer", "gone.py") + ":3: ")
    assert "there is no code or kind 'G5O1'" in err


def test_statistics(check):
    """Codes are counted, the most frequent first."""
    out = check("trainer", "--statistics")[1].splitlines()
    assert out[0] == "1  G501  package of tf.contrib that is gone (gone)"
    assert out[1].startswith("1  R101  ")
    table = json.loads(check("trainer", "--statistics", "--output-format", "json")[1])
    assert [(row["code"], row["count"]) for row in table] == [("G501", 1), ("R101", 1)]


def test_explain(check):
    """A code is explained, in whatever case; no path is needed."""
    code, out, _ = check("--explain", "g501", target=None)
    assert code == 0
    assert out.startswith("# G501: package of tf.contrib that is gone (gone)\n\n")
    assert "```python" in out


def test_settings(check, tree):
    """pyproject.toml says what holds; options say otherwise."""
    pytest.importorskip("tomllib")
    (tree / "pyproject.toml").write_text(
        '[tool.tf-spec-compat]\ntarget = "estimator"\nignore = ["gone"]\n', encoding="utf-8"
    )
    code, out, _ = check("trainer", target=None)
    assert code == 1
    assert "runs.py:3:8: R101" in out
    assert "gone.py" not in out
    assert check("trainer")[0] == 0
    assert check("trainer", "--ignore", "R")[0] == 1
    (tree / "pyproject.toml").write_text("[tool.tf-spec-compat]\ncolor = 1\n", encoding="utf-8")
    code, out, err = check("trainer")
    assert (code, out) == (2, "")
    assert "pyproject.toml: [tool.tf-spec-compat]: unknown key 'color'" in err


def test_settings_of_another_folder(check, tree, monkeypatch):
    """Patterns and baseline of pyproject.toml count from its folder, wherever one stands."""
    pytest.importorskip("tomllib")
    (tree / "pyproject.toml").write_text(
        '[tool.tf-spec-compat]\nexclude = ["trainer/gone.py"]\nbaseline = "base.json"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tree / "trainer")
    assert check(".", "--write-baseline")[0] == 0
    assert (tree / "base.json").exists()
    assert check("gone.py", "runs.py")[0] == 0


def test_baseline(check, tree):
    """A ratchet: what was there passes, what is new fails, what went is counted."""
    base = tree / "base.json"
    code, out, _ = check("trainer", "--baseline", base, "--write-baseline")
    assert (code, out) == (0, f"Wrote 1 finding to {base}.\n")
    code, out, _ = check("trainer", "--baseline", base)
    assert code == 0
    assert "1 finding in the baseline." in out
    path = tree / "trainer" / "gone.py"
    path.write_text("import os\n\n" + GONE + "again = tf.contrib.tensorrt.x\n", encoding="utf-8")
    code, out, _ = check("trainer", "--baseline", base)
    assert code == 1
    assert "gone.py:6:9: G501" in out
    assert "gone.py:5:" not in out
    path.write_text("", encoding="utf-8")
    code, out, _ = check("trainer", "--baseline", base)
    assert code == 0
    assert "1 finding of the baseline is gone; renew it with --write-baseline." in out


def test_baseline_is_not_written_of_half_a_tree(check, tree):
    """Where a file cannot be read the old baseline stays."""
    base = tree / "base.json"
    check("trainer", "--baseline", base, "--write-baseline")
    before = base.read_text("utf-8")
    (tree / "trainer" / "gone.py").write_text("x = (", encoding="utf-8")
    code, _, err = check("trainer", "--baseline", base, "--write-baseline")
    assert code == 2
    assert err.splitlines()[-1] == "tf-spec-compat check: the baseline was not written."
    assert base.read_text("utf-8") == before


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("variable", "value", "is_coloured"),
    [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)],
)
def test_colours(check, monkeypatch, variable, value, is_coloured):
    """A terminal has colours, unless a variable says no; what is no terminal has none."""
    assert "\033" not in check("trainer")[1]
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    check("trainer")
    assert ("\033[31mG501\033[0m" in terminal.getvalue()) is is_coloured


def test_progress(check, monkeypatch):
    """A long run on a terminal says how far it is, and takes that away again."""
    monkeypatch.setattr("tf_spec_compat.migrate.report.progress._FIRST", -1.0)
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    check("trainer")
    shown = terminal.getvalue()
    assert "\r\033[KChecked 1 file" in shown
    assert shown.endswith("\r\033[K")


LOADED = """
import sys
from tf_spec_compat.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def loaded(*arguments):
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()), done.stdout


def test_one_command_loads_its_own_module(tree):
    """`check` loads neither TensorFlow nor NumPy nor other commands, help needs even less."""
    heavy = {"tensorflow", "numpy", "libcst", "keras", "absl"}
    modules, out = loaded("check", "trainer", "-j", "1")
    assert "G501" in out
    assert not modules & heavy
    files = {name.partition(".cli.")[2] for name in modules if ".cli." in name}
    assert files == {"main", "commands", "console", "check"}
    formats = {name for name in modules if name.startswith("tf_spec_compat.migrate.report.")}
    assert not {name.rpartition(".")[2] for name in formats} & {"html", "sarif", "junit", "json"}
    modules, out = loaded("--help")
    assert not modules & heavy
    assert not {name for name in modules if name.startswith("tf_spec_compat.migrate")}
    assert all(f"\n    {name} " in out for name in ("check", "migrate", "run", "doctor"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("chekc", "there is no command 'chekc'. Did you mean 'check'? Commands: run, check, "),
        ("zzz", "there is no command 'zzz'. Commands: run, check, "),
    ],
)
def test_unknown_command(capsys, given, message):
    """A command with a typing error is named, with the one that was meant."""
    with pytest.raises(SystemExit) as caught:
        main([given, "--target", "x"])
    assert caught.value.code == 2
    assert message in capsys.readouterr().err
