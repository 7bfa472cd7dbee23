"""What an error says: how its class and words are recorded, and how they are compared.

An error is recorded as `["ValueError: Missing train_op.", "Exception"]`: its classes, the most
derived first, with the first line of the message. The golden files keep the first of them. Words
that a `raise` of TensorFlow's core chose stand behind `ValueError (TensorFlow): `, and those of
Python and NumPy, which change from release to release, are left out.
"""

import os
import re
import tempfile
from opcode import opmap

_LENGTH = 100
_CORE = " (TensorFlow)"

# How Python's own errors begin; contrib's functions that autograph converted pass them on.
_PYTHONS = ("unsupported operand", "object of type", "list index")

# Folder -> what stands behind the class of an error that is raised in it, or None without words.
_AUTHORS = {
    **dict.fromkeys(("tf_spec_compat", "contrib"), ""),
    **dict.fromkeys(("tensorflow", "tensorflow_core", "tensorflow_estimator", "tf_slim"), _CORE),
    **dict.fromkeys(("tests", "site-packages", "dist-packages")),
}

# What changes between runs, Pythons and lines of TensorFlow, and what stands for it here.
_UNSTEADY = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (re.escape(tempfile.gettempdir()) + r"/[^\s/'\":;,]+", "FOLDER"),
        (r" at 0x[0-9a-f]+", ""),
        (r"(?<=temp-post-export-)\w+", "NUMBER"),
        (r", device=/device:CPU:0", ""),
        (r"float32_ref", "float32"),
        (
            r"SparseTensor\(indices=.*?, dense_shape=Tensor\([^()]*\([^()]*\)[^()]*\)\)",
            "<SparseTensor object>",
        ),
        (r"<function (?:[^<>]|<\w+>)*>", "<function>"),
        (r"(?<=[(\[ ])\?(?=[,)\]])", "None"),
        (r"Dimension\((\w+)\)", r"\1"),
        (r"<dtype: '(\w+?)(?:_ref)?'>", r"tf.\1"),
        (r"\b(?:\w+\.)+(?=[A-Za-z_]\w*(?:'>| object\b))", ""),
        (r"\bnp\.(?:\w+\(([^()]*)\)|(True|False)_)", r"\1\2"),
        (r"SymbolicTensor", "Tensor"),
        (r"<class '_?(?:(?:Ref|Resource)(?=Variable))?(?=[A-Z])", "<class '"),
        (r"OrderedDict\(\[\((.*?), (.*)\)\]\)", r"OrderedDict({\1: \2})"),
    )
)
_SET = re.compile(r"\{('[^'{}]*'(?:, '[^'{}]*')+)\}")


def class_names(error):
    """Gives the names of an exception's classes, the most derived first, without its words."""
    return [c.__name__ for c in type(error).__mro__][:-2]


def said(error):
    """Gives the names of an exception's classes, the first one with the words that it said."""
    names = class_names(error)
    author, words = _author(error.__traceback__), _words(error)
    cause = error.__cause__
    if cause is not None and words.startswith(_words(cause).rstrip(" .") or " "):
        author = _author(cause.__traceback__)
    if author == _CORE and str(error).startswith("in user code") and "{{node" not in words:
        author = ""  # Ours, converted by autograph.
    if author is not None and words and not words.startswith(_PYTHONS):
        names[0] = "%s%s: %s" % (names[0], author, words)
    return names


def agree(golden, live):
    """Tells whether an error is of golden's class, and begins with its words.

    The words count unless Python chose one side of them, or TensorFlow's core chose both.
    """
    name, tag, words = _parts(golden)
    if name not in [_parts(each)[0] for each in live]:
        return False
    _, ours, said_here = _parts(live[0])
    if tag:
        words = words.partition(" for '")[0]  # The name of an operation.
    if not words or (tag and (ours or not said_here)):
        return True
    return said_here.startswith(words.rstrip(" .:;,'\""))


def _parts(recorded):
    name, _, words = recorded.partition(": ")
    return name.replace(_CORE, ""), _CORE in name, words


def _author(trace):
    """Tells whose `raise` an error came from: contrib's or ours, TensorFlow's, or nobody's."""
    while trace.tb_next:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    if code.co_code[trace.tb_lasti :][:1] != bytes([opmap["RAISE_VARARGS"]]):
        return None
    folders = reversed(code.co_filename.split(os.sep)[:-1])
    return next((_AUTHORS[folder] for folder in folders if folder in _AUTHORS), None)


def _words(error):
    """Gives the first line of a message, without what changes from run to run."""
    message = (str(error) if len(error.args) < 2 else _formatted(error)).strip()
    if message.startswith(("in converted code", "in user code")):  # A trace, which names files.
        message = message.splitlines()[-1].strip().partition("Error: ")[2]
    message = message.partition("\n")[0].strip().lstrip("'\"")
    for pattern, text in _UNSTEADY:
        message = pattern.sub(text, message)
    return _SET.sub(lambda found: "{%s}" % ", ".join(sorted(found.group(1).split(", "))), message)


def _formatted(error):
    """Gives the message of an error with several arguments: often a format not applied."""
    words, values = error.args[0], error.args[1:]
    if not isinstance(words, str) or not str(error).startswith("("):
        return str(error)
    for each in (values, values[0]):
        try:
            return words % each
        except TypeError:
            continue
    return words.partition(" {}")[0]
