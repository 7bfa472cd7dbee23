"""Colours: on a terminal, unless the user says otherwise."""

import io

import pytest

from tf_spec_compat.cli.console import has_colours, painted


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "wanted"),
    [
        (Terminal, {}, True),
        (io.StringIO, {}, False),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {"FORCE_COLOR": "1"}, True),
        (Terminal, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_has_colours(monkeypatch, stream, variables, wanted):
    """Terminals have colours and files none, but for NO_COLOR, FORCE_COLOR and TERM=dumb."""
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_colours(stream()) is wanted


def test_painted():
    """Without colours a text stays what it is."""
    assert painted("text", "bad", False) == "text"
    assert painted("text", "bad", True) == "\033[31mtext\033[0m"
