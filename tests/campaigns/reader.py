"""What a reader is that `tests/campaigns/fuzz.py` watches, and pieces of hostile inputs."""

import abc

from tests.campaigns import mutation

NUMBERS = [
    b"0",
    b"1",
    b"-1",
    b"1e400",
    b"nan",
    b"9" * 25,
    b"9" * 400,
    b"9" * 5000,
    b"0x10",
    "٣".encode(),
]
HOSTILE = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\x1a", b"\\", b"'", b'"', b"../", b" "]
CODE = [b"__import__('os').system('true')", b"!!python/object/apply:os.system ['true']", b"%s{0}"]


class Reader(abc.ABC):
    """One that reads bytes; `folder` is for its files."""

    samples = ()
    words = ()
    documented = ()
    cpu_seconds = 1  # more for an input are a problem

    def __init__(self, folder):
        self.folder, self.path = folder, str(folder / "file")

    def generated(self, source):
        """Returns an input of the words in random order."""
        return mutation.joined(self.words, source)

    @abc.abstractmethod
    def read(self, data):
        """Reads an input; gives the name of what came of it."""

    def write(self, data):
        with open(self.path, "wb") as file:
            file.write(data)
        return self.path


def json_text(source, names, values, depth=3):
    """Returns a JSON object, mostly a right one, of some of the names."""

    def value():
        if depth and source.random() < 0.4:
            return json_text(source, names, values, depth - 1)
        return source.choice([b"null", b"true", b"NaN", b"[]", b"[1,null]", *values])

    chosen = source.sample(names, source.randrange(4))
    return b"{" + b",".join(name + b":" + value() for name in chosen) + b"}"
