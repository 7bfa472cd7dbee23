"""Print a script after which a shell completes commands, options and their values."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tf_spec_compat.cli.commands import COMMANDS, PROGRAM, build_parser

__all__ = ["add_arguments", "execute"]

_EPILOG = """\
examples:
  eval "$(tf-spec-compat completion bash)"                 in ~/.bashrc
  eval "$(tf-spec-compat completion zsh)"                  in ~/.zshrc, after compinit
  tf-spec-compat completion fish > ~/.config/fish/completions/tf-spec-compat.fish
"""


@dataclass(frozen=True)
class _Option:
    names: list[str]
    help: str
    choices: list[str]
    has_value: bool


@dataclass(frozen=True)
class _Command:
    path: str  # "signatures diff", or "" for the program itself
    commands: dict[str, str]  # those below it, with their help
    options: list[_Option]
    choices: list[str]  # of its argument; without any it is a file
    ends: bool  # what follows its first argument is another program's


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the argument of `completion`."""
    parser.epilog = _EPILOG
    parser.add_argument("shell", choices=_SCRIPTS, help="the shell that is to complete")


def execute(options: argparse.Namespace) -> int:
    """Prints the script."""
    parser, _ = build_parser(COMMANDS)
    print(_SCRIPTS[options.shell]([*_walk(parser, "")]), end="")
    return 0


def _walk(parser: argparse.ArgumentParser, path: str) -> Iterator[_Command]:
    """Yields a parser's command and those below it."""
    options, choices, commands, ends = [], [], {}, False
    below: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:  # argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):
            commands = {str(one.dest): str(one.help) for one in action._choices_actions}
            below = action.choices
        elif action.option_strings:
            values = [str(value) for value in action.choices or ()]
            words = (action.help or "") % {**vars(action), "prog": PROGRAM}
            options.append(_Option([*action.option_strings], words, values, action.nargs != 0))
        else:
            choices += [str(value) for value in action.choices or ()]
            ends = ends or action.nargs == argparse.REMAINDER
    yield _Command(path, commands, options, choices, ends)
    for name, inner in below.items():
        yield from _walk(inner, f"{path} {name}".strip())


def _bash(commands: list[_Command]) -> str:
    paths = "|".join(f'"{command.path}"' for command in commands if command.path)
    lines = [
        f"# bash completion of {PROGRAM}",
        "_tf_spec_compat() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '    local path="" each words=""',
        '    if [ "$word" = "=" ]; then word=""',
        '    elif [ "$before" = "=" ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
        "    COMPREPLY=()",
        '    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
        '        case "${path:+$path }$each" in',
        f'            {paths}) path="${{path:+$path }}$each" ;;',
    ]
    lines += [f'            "{one.path} "[!-]*) return ;;' for one in commands if one.ends]
    lines += ["        esac", "    done", '    case "$path $before" in']
    for command in commands:
        for option in command.options:
            if option.has_value:
                names = "|".join(f'"{command.path} {name}"' for name in option.names)
                words = shlex.quote(" ".join(option.choices))
                reply = f'COMPREPLY=($(compgen -W {words} -- "$word")); ' if option.choices else ""
                lines.append(f"        {names}) {reply}return ;;")
    lines += ["    esac", '    case "$path" in']
    for command in commands:
        offered = [*command.commands, *command.choices]
        offered += [name for option in command.options for name in option.names]
        lines.append(f'        "{command.path}") words={shlex.quote(" ".join(offered))} ;;')
    lines += [
        "    esac",
        '    if [ -n "$word" ] || [ -z "$path" ] || [[ " $words" != " -"* ]]; then',
        '        COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "    fi",
        "}",
        f"complete -o default -F _tf_spec_compat {PROGRAM}",
    ]
    return "\n".join(lines) + "\n"


def _zsh(commands: list[_Command]) -> str:
    lines = [f"#compdef {PROGRAM}"]
    for command in reversed(commands):  # what calls comes after what it calls
        lines.append(f"{_function(command.path)}() {{")
        specs = [_zsh_option(option, name) for option in command.options for name in option.names]
        if command.commands:
            rows = [f"{name}:{words}" for name, words in command.commands.items()]
            lines += [
                "    local -a commands",
                "    local state line",
                f"    commands=({' '.join(map(shlex.quote, rows))})",
            ]
            specs += ["1: :->command", "*:: :->rest"]
        elif command.ends:
            specs += ["1:program:_files", "*:::argument:_files"]
        elif command.choices:
            specs.append(f"1:value:({' '.join(command.choices)})")
        else:
            specs.append("*:file:_files")
        lines.append("    _arguments " + " \\\n        ".join(map(shlex.quote, specs)))
        if command.commands:
            lines += [
                "    case $state in",
                "        command) _describe command commands ;;",
                "        rest)",
                "            case $line[1] in",
            ]
            for name in command.commands:
                path = f"{command.path} {name}".strip()
                lines.append(f"                {name}) {_function(path)} ;;")
            lines += ["            esac ;;", "    esac"]
        lines.append("}")
    lines += [
        'if [ "$funcstack[1]" = "_tf_spec_compat" ]; then',
        '    _tf_spec_compat "$@"',
        "else",
        f"    compdef _tf_spec_compat {PROGRAM}",
        "fi",
    ]
    return "\n".join(lines) + "\n"


def _function(path: str) -> str:
    return "_".join(["_tf_spec_compat", *path.split()])


def _zsh_option(option: _Option, name: str) -> str:
    words = re.sub(r"([\[\]:\\])", r"\\\1", option.help)
    if not option.has_value:
        return f"*{name}[{words}]"
    spec = f"*{name}{'=' * name.startswith('--')}[{words}]"
    values = f"({' '.join(option.choices)})" if option.choices else "_files"
    return f"{spec}:value:{values}"


def _fish(commands: list[_Command]) -> str:
    lines = [f"# fish completion of {PROGRAM}"]
    for command in commands:
        path = command.path.split()
        conditions = [f"__fish_seen_subcommand_from {name}" for name in path]
        if command.commands:
            conditions.append(f"not __fish_seen_subcommand_from {' '.join(command.commands)}")
        if command.ends:
            conditions.append(f"string match -rq -- '{path[-1]}( -\\S+)* *$' (commandline -pc)")
        start = f"complete -c {PROGRAM} -n {_fish_quote('; and '.join(conditions))}"
        for name, words in command.commands.items():
            lines.append(f"{start} -f -a {name} -d {_fish_quote(words)}")
        if command.choices:
            lines.append(f"{start} -f -a {_fish_quote(' '.join(command.choices))}")
        for option in command.options:
            row = start
            for name in option.names:
                row += f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}"
            if option.choices:
                row += f" -x -a {_fish_quote(' '.join(option.choices))}"
            elif option.has_value:
                row += " -r"
            lines.append(f"{row} -d {_fish_quote(option.help)}")
    return "\n".join(lines) + "\n"


def _fish_quote(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


_SCRIPTS: dict[str, Callable[[list[_Command]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
