"""`fuzz` sees what it looks for: readers that crash, run code, hang, and take memory."""

import argparse
import os
import signal

import pytest

from tests.campaigns import fuzz, watched
from tests.campaigns.reader import Reader


class Bad(Reader):
    """Reads the word `good`, and with any other does what it should not."""

    samples = (b"good",)
    words = (b"good",)
    documented = (ValueError,)

    def generated(self, source):
        return source.choice((b"good", b"bad", b"refused"))

    def read(self, data):
        if data == b"bad":
            self.misbehave()
        if data == b"refused":
            raise ValueError("refused")
        return "read"

    def misbehave(self):
        """Nothing, here."""


class Crashes(Bad):
    def misbehave(self):
        os.kill(os.getpid(), signal.SIGSEGV)


class RunsCode(Bad):
    def misbehave(self):
        eval("1 + 1")


class StartsProcess(Bad):
    def misbehave(self):
        os.system("true")


class Writes(Bad):
    def misbehave(self):
        with open(self.folder.parents[1] / "written by a test of fuzz", "w"):
            pass
        (self.folder.parents[1] / "written by a test of fuzz").unlink()


class Loops(Bad):
    def misbehave(self):
        end = os.times().user + 1.2
        while os.times().user < end:
            pass


class TakesMemory(Bad):
    def misbehave(self):
        return len(b"\1" * (300 << 20))


class RaisesAnother(Bad):
    def misbehave(self):
        raise KeyError(1)


KINDS = {one.__name__: one for one in (Bad, *Bad.__subclasses__())}
ORDER = argparse.Namespace(inputs=60, seconds=60, seed=0)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Crashes", "ended with -11 at input"),
        ("RunsCode", "saw exec"),
        ("StartsProcess", "saw os.system"),
        ("Writes", "saw writes"),
        ("Loops", " s from b'bad'"),
        ("TakesMemory", " MB from b'bad'"),
        ("RaisesAnother", "KeyError: 1"),
    ],
)
def test_what_a_reader_should_not_do_is_seen(name, words):
    """The problem is found and named, and the inputs after it are read all the same."""
    order = argparse.Namespace(**{**vars(ORDER), "inputs": 9 if name == "Loops" else 60})
    figures, problems = fuzz.run_kind(name, order, __name__)
    assert words in " ".join(problems)
    assert figures["inputs"] == order.inputs


def test_a_good_reader_has_no_problems():
    """Documented errors are none, and each input is read once."""
    figures, problems = fuzz.run_kind("Bad", ORDER, __name__)
    assert problems == []
    assert figures["inputs"] == sum(figures["outcomes"].values()) == 60
    assert figures["outcomes"]["refused: ValueError"] > 0


def test_inputs_are_remade_from_seed_and_number(tmp_path):
    """An input of a report can be read again."""
    reader = Bad(tmp_path)
    again = [[watched.make_input(reader, 3, number) for number in range(20)] for _ in range(2)]
    assert again[0] == again[1]
    assert len({*again[0], *(watched.make_input(reader, 4, number) for number in range(20))}) > 10
