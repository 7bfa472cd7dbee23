"""`tf-spec-compat completion`, tried in the shells themselves."""

import shutil
import subprocess

import pytest

from tf_spec_compat.cli.main import main

# What is typed -> some of what is offered, and what is not.
TYPED = {
    "tf-spec-compat ch": ({"check"}, {"run"}),
    "tf-spec-compat check --ta": ({"--target"}, {"--to", "--tag-set"}),
    "tf-spec-compat check --target ": ({"2.15", "estimator"}, {"gone"}),
    "tf-spec-compat check --target 2": ({"2.15", "2.21"}, {"estimator"}),
    "tf-spec-compat signatures ": ({"show", "diff"}, {"run"}),
    "tf-spec-compat signatures diff --r": ({"--rename", "--rtol"}, {"--strict"}),
    "tf-spec-compat completion ": ({"bash", "zsh", "fish"}, {"tcsh"}),
    "tf-spec-compat run --ea": ({"--eager"}, set()),
    "tf-spec-compat run train.py --ea": (set(), {"--eager"}),
}


@pytest.fixture
def script(tmp_path, capsys):
    def write(shell):
        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not installed")
        assert main(["completion", shell]) == 0
        path = tmp_path / f"completion.{shell}"
        path.write_text(capsys.readouterr().out, "utf-8")
        return path

    return write


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


BASH = """\
. "$1"
complete -p tf-spec-compat | grep -q -- '-F _tf_spec_compat' || exit 3
while IFS= read -r line; do
    read -ra COMP_WORDS <<< "$line"
    case "$line" in *" ") COMP_WORDS+=("") ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _tf_spec_compat
    echo "${COMPREPLY[@]}"
done <<< "$2"
"""


def test_bash(script):
    """bash offers commands, options and their values, and files where a program's own begin."""
    lines = run("bash", "-c", BASH, "bash", script("bash"), "\n".join(TYPED)).splitlines()
    assert len(lines) == len(TYPED)
    for (typed, (some, none)), offered in zip(TYPED.items(), lines):
        assert some <= set(offered.split()), typed
        assert not none & set(offered.split()), typed


def test_bash_value_behind_an_equals_sign(script):
    """In bash `=` is a word of its own; the value behind it is completed all the same."""
    typed = "tf-spec-compat check --target = 2\ntf-spec-compat check --target ="
    first, second = run("bash", "-c", BASH, "bash", script("bash"), typed).splitlines()
    assert first.split() == ["2.15", "2.21"]
    assert "estimator" in second.split()


def test_fish(script):
    """fish offers the same, with explanations."""
    path = script("fish")
    code = "source $argv[1]; for line in $argv[2..]; echo == $line; complete -C $line; end"
    for part in run("fish", "--no-config", "-c", code, path, *TYPED).split("== ")[1:]:
        typed, *rows = part.split("\n")
        offered = {row.partition("\t")[0] for row in rows}
        some, none = TYPED[typed]
        assert some <= offered, typed
        assert not none & offered, typed


# What the functions of zsh's completion are given; they themselves need a terminal.
ZSH = """\
compdef() { print -r -- "compdef $@" }
_arguments() { print -r -l -- "$@" }
_describe() { print -r -- "describe $1"; print -r -l -- "${(@P)2}" }
source $1
state=command; _tf_spec_compat_signatures
_tf_spec_compat_check
_tf_spec_compat_run
"""


def test_zsh(script):
    """zsh's functions get commands, options, explanations without meaning for zsh, and values."""
    lines = run("zsh", "-f", "-c", ZSH, "zsh", script("zsh")).splitlines()
    assert lines[0] == "compdef _tf_spec_compat tf-spec-compat"
    (value,) = (line for line in lines if line.startswith("*--output-format="))
    assert value.endswith("(default\\: text)]:value:(text json github sarif junit markdown html)")
    assert "*--eager[leave eager mode on]" in lines
    assert "*:::argument:_files" in lines
