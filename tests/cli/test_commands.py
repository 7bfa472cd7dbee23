"""The command line as a whole: its help, its errors, and its two names."""

import subprocess
import sys

import pytest

from tests.hook.conftest import run_python
from tf_spec_compat import __version__
from tf_spec_compat.cli.commands import COMMANDS, build_parser
from tf_spec_compat.cli.main import main


def end(capsys, *arguments):
    """The exit code of a call that argparse ends, and what it said."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code, capsys.readouterr()


def test_without_arguments(capsys):
    """Called alone it prints its help, as an error."""
    assert main([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert all(f"    {name} " in said.err for name in COMMANDS)
    assert "examples:\n  tf-spec-compat doctor" in said.err


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version(capsys, option):
    """The version is printed under the command's name."""
    code, said = end(capsys, option)
    assert (code, said.out) == (0, f"tf-spec-compat {__version__}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_help(capsys, monkeypatch, name):
    """Each command explains itself and every option, in lines that a narrow terminal shows."""
    monkeypatch.setenv("COLUMNS", "80")
    code, said = end(capsys, name, "--help")
    assert code == 0
    assert said.out.startswith(f"usage: tf-spec-compat {name}")
    text = said.out.partition("\nexample")[0]  # examples are shown as they are to be typed
    assert max(map(len, text.splitlines())) <= 80
    _, parsers = build_parser([name])
    assert [one.dest for one in parsers[name]._actions if not one.help and one.dest != "verb"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["runn"], "there is no command 'runn'. Did you mean 'run'?"),
        (["--foo", "check"], "unrecognized arguments: --foo"),
        (["doctor", "x"], "unrecognized arguments: x"),
        (["check", ".", "--stat"], "unrecognized arguments: --stat"),
        (["completion", "tcsh"], "argument shell: invalid choice: 'tcsh'"),
        (["run"], "the following arguments are required: PROGRAM"),
    ],
)
def test_wrong_calls(capsys, arguments, words):
    """A wrong call names what is wrong, under the usage of the command that it is about."""
    code, said = end(capsys, *arguments)
    assert (code, said.out) == (2, "")
    assert words in said.err
    if arguments[0] in COMMANDS:
        assert said.err.startswith(f"usage: tf-spec-compat {arguments[0]} ")
        assert f"\ntf-spec-compat {arguments[0]}: error: " in said.err


def test_both_names_say_the_same():
    """`python -m tf_spec_compat` is `tf-spec-compat`, in its help and its errors too."""
    code = "import sys; from tf_spec_compat.cli.main import main; sys.exit(main())"
    for arguments in (["--help"], ["signatures"], ["check"]):
        done = [run_python(*how, *arguments) for how in (["-m", "tf_spec_compat"], ["-c", code])]
        assert done[0].stdout == done[1].stdout
        assert done[0].stderr == done[1].stderr
        assert done[0].returncode == done[1].returncode
        assert "__main__" not in done[0].stdout + done[0].stderr


def test_command_starts_without_tensorflow():
    """The version is there at once: no TensorFlow, no command is loaded."""
    code = (
        "import sys; from tf_spec_compat.cli.main import main\n"
        "try: main(['--version'])\n"
        "finally: print([name for name in ('tensorflow', 'numpy', 'tf_spec_compat.cli.run',"
        " 'tf_spec_compat.cli.check') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
