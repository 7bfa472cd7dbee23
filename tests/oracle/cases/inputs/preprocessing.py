"""What `contrib.learn.preprocessing` gives and saves."""

import inspect
import json
import os
import pickle

import numpy as np

from tests.oracle.group import GOLDEN
from tests.oracle.legacy import preprocessing

VOCABULARIES = os.path.join(GOLDEN, "inputs", "vocabularies")

DOCUMENTS = [
    "a b c a",
    "b c d e f g",
    "",
    "x y-z it's B IBMers",
    "HTMLParser camelCase A.B.C",
    "\u00fcber na\u00efve \u4f60\u597d \u4e16\u754c",
    "Hello World's don't ABCdef x_1\ttab\nline",
]


def half(documents):
    """A tokenizer."""
    for document in documents:
        yield [document[: len(document) // 2], document[len(document) // 2 :]]


def plain(value):
    """Gives `value` as JSON data."""
    if isinstance(value, np.ndarray):
        return [value.dtype.name, value.tolist()]
    if isinstance(value, dict):
        return [[plain(key), plain(item)] for key, item in value.items()]
    if inspect.isgenerator(value) or isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return "bytes " + value.decode("latin1")
    if isinstance(value, np.generic):
        return value.item()
    return value if isinstance(value, (bool, int, float, str, type(None))) else type(value).__name__


def state(vocabulary):
    """All that a vocabulary knows."""
    known = [vocabulary._mapping, vocabulary._freq, vocabulary._freeze, len(vocabulary)]
    return [*known, getattr(vocabulary, "_reverse_mapping", None)]


def vocabularies(module):
    """`CategoricalVocabulary`."""

    def made(*steps, **options):
        vocabulary, seen = module.CategoricalVocabulary(**options), []
        for name, arguments in steps:
            try:
                seen.append(getattr(vocabulary, name)(*arguments))
            except (ValueError, IndexError, TypeError) as error:
                seen.append(type(error).__name__)
        return [seen, state(vocabulary)]

    adding = [
        ("add", ["b"]), ("add", ["a"]), ("add", [3]), ("add", [2]), ("add", ["B"]), ("add", ["1"]),
        ("add", [10]), ("add", [u"\u00e9"]), ("add", ["z", 2]), ("add", [5, 2]), ("add", ["c", 4]),
        ("add", ["d", 3]), ("add", ["<UNK>"]), ("add", ["e", 0]),
    ]  # fmt: skip
    for title, steps, options in (
        ("get", [("get", ["a"]), ("get", ["b"]), ("get", ["a"]), ("get", [None])], {}),
        ("add", adding, {}),
        ("other token", [*adding, ("get", ["U"]), ("reverse", [0])], {"unknown_token": "U"}),
        (
            "frozen",
            [*adding, ("freeze", []), ("get", ["new"]), ("add", ["new"]), ("add", ["a"])],
            {},
        ),
        ("unfrozen", [("freeze", []), ("freeze", [False]), ("get", ["new"])], {}),
        ("trim 0", [*adding, ("trim", [0])], {}),
        ("trim 1", [*adding, ("trim", [1])], {}),
        ("trim 1 to 4", [*adding, ("trim", [1, 4])], {}),
        ("trim 1 to 3", [*adding, ("trim", [1, 3])], {}),
        ("trim 1 to 0", [*adding, ("trim", [1, 0])], {}),
        ("trim all", [*adding, ("trim", [9]), ("get", ["a"])], {}),
        ("trim got", [("get", ["a"]), ("get", ["b"]), ("add", ["b"]), ("trim", [0])], {}),
        ("trim frozen", [*adding, ("freeze", []), ("trim", [2])], {}),
        ("trim bytes", [("add", ["b"]), ("add", [b"c"]), ("add", [b"a"]), ("trim", [0])], {}),
        (
            "reverse",
            adding
            + [("reverse", [n]) for n in (0, 1, 3, -1, 99, "a", 1.0)]
            + [("trim", [1]), ("reverse", [1])],
            {},
        ),
        (
            "no reverse",
            [*adding, ("reverse", [1]), ("trim", [1]), ("reverse", [0])],
            {"support_reverse": False},
        ),
        ("unhashable", [("add", [[]]), ("get", [[]])], {}),
    ):
        yield "vocabulary " + title, lambda a=(steps, options): made(*a[0], **a[1])


def tables(module):
    """`CategoricalProcessor`."""
    rows = np.array(
        [["1", "foo"], ["2", "bar"], ["1", "bar"], ["3", None], [np.nan, ""]], dtype=object
    )

    def fitted(x, others=([["zz", "bar"], ["bar", "1"]],), **options):
        processor = module.CategoricalProcessor(**options)
        same = processor.fit(x, "y") is processor
        states = [state(vocabulary) for vocabulary in processor.vocabularies_]
        return [same, states] + [processor.transform(other) for other in (x, *others)]

    for options in (
        {},
        {"min_frequency": 1},
        {"min_frequency": 2},
        {"share": True},
        {"share": True, "min_frequency": 1},
    ):
        yield (
            "table %s" % json.dumps(options, sort_keys=True),
            lambda options=options: fitted(rows, **options),
        )
    yield "table of lists", lambda: fitted([[1, 2], [2, 1]], ([[2, 2], [3, 1]],))
    yield "table of strings", lambda: fitted(["ab", "ba"], (["bc"],))
    yield "table with a wide row", lambda: fitted(["ab", "ba"], (["abc"],))
    yield "table of numbers", lambda: fitted([1, 2, 3])
    yield (
        "table with vocabularies",
        lambda: fitted(rows, vocabularies=[module.CategoricalVocabulary() for _ in range(2)]),
    )
    yield "table, transform first", lambda: list(module.CategoricalProcessor().transform(rows))
    yield "table, freeze first", lambda: module.CategoricalProcessor().freeze()
    yield "table, fit_transform", lambda: module.CategoricalProcessor().fit_transform(rows, "y")

    def unfrozen():
        processor = module.CategoricalProcessor()
        processor.fit(rows)
        processor.freeze(False)
        before = [vocabulary._freeze for vocabulary in processor.vocabularies_]
        found = list(processor.transform([["new", "new"]]))
        return [before, found, [vocabulary._freeze for vocabulary in processor.vocabularies_]]

    yield "table, unfrozen", unfrozen


def texts(module):
    """The tokenizer, `ByteProcessor` and `VocabularyProcessor`."""
    yield "pattern", lambda: [module.TOKENIZER_RE.pattern, module.TOKENIZER_RE.flags]
    yield "tokens", lambda: module.tokenizer(DOCUMENTS)
    yield "tokens of a number", lambda: list(module.tokenizer([3]))
    yield "tokens of bytes", lambda: list(module.tokenizer([b"bytes"]))

    def read(documents, length, unread=True, **options):
        processor = module.VocabularyProcessor(length, **options)
        same = processor.fit(documents, "y") is processor
        rows = list(processor.transform(documents))
        again = list(processor.transform(["a new word", "b"]))
        found = [same, state(processor.vocabulary_), rows, again]
        return found + ([processor.reverse(rows)] if unread else [])

    for title, options in (
        ("plain", {}),
        ("more than once", {"min_frequency": 1}),
        ("more than twice", {"min_frequency": 2}),
        ("other tokenizer", {"tokenizer_fn": half}),
        ("numbers", {"tokenizer_fn": lambda documents: [[1, 2], [3]], "unread": False}),
    ):
        yield "documents " + title, lambda options=options: read(DOCUMENTS, 4, **options)
    yield "documents of one string", lambda: read("ab cd", 2)
    yield "documents of length 0", lambda: read(DOCUMENTS, 0)
    yield "documents of length -1", lambda: read(DOCUMENTS, -1)
    yield "documents of length x", lambda: read(DOCUMENTS, "x")
    yield (
        "documents with vocabulary",
        lambda: read(DOCUMENTS, 3, vocabulary=module.CategoricalVocabulary("U")),
    )
    yield (
        "documents, fit_transform",
        lambda: module.VocabularyProcessor(3).fit_transform(DOCUMENTS, "y"),
    )
    yield "documents, transform first", lambda: module.VocabularyProcessor(3).transform(DOCUMENTS)
    yield "documents, unknown id", lambda: list(module.VocabularyProcessor(3).reverse([[9]]))

    def bytes_of(documents, length=5):
        processor = module.ByteProcessor(length)
        return [processor.fit(documents) is None, processor.transform(documents)]

    data = ["abcdefg", "\u00e9", b"xyz\xff", "", bytearray(b"ab"), np.array([1, 2], np.uint8)]
    yield "bytes", lambda: bytes_of(data)[1]
    yield "bytes, fit_transform", lambda: module.ByteProcessor(3).fit_transform(data)
    yield "bytes of numbers", lambda: list(bytes_of([3])[1])
    arrays = [[104, 105, 0, 0], [195, 169, 0], [255, 254], [0, 0], [0, 65, 0, 66, 0], [], [1000]]
    yield (
        "bytes, reverse",
        lambda: module.ByteProcessor(3).reverse([np.array(array) for array in arrays]),
    )
    yield (
        "bytes, reverse uint8",
        lambda: module.ByteProcessor(3).reverse(np.array([[195, 169], [106, 0]], np.uint8)),
    )


def saved(module):
    """Makes the processors that were saved, by the names of their files."""
    yield "plain", module.VocabularyProcessor(6).fit(DOCUMENTS)
    yield "trimmed", module.VocabularyProcessor(6, min_frequency=1).fit(DOCUMENTS * 2)
    one_way = module.CategoricalVocabulary("U", support_reverse=False)
    yield "one_way", module.VocabularyProcessor(3, vocabulary=one_way).fit(DOCUMENTS)
    yield "numpy", module.VocabularyProcessor(np.max([2, 5])).fit(DOCUMENTS)
    yield "unfit", module.VocabularyProcessor(2)


def signatures(module):
    """Names of the arguments of each method, and their defaults."""
    for name in ("CategoricalProcessor", "CategoricalVocabulary", "VocabularyProcessor"):
        for method, function in inspect.getmembers(getattr(module, name)):
            if method == "__init__" or (callable(function) and not method.startswith("_")):
                yield (
                    "signature %s.%s" % (name, method),
                    lambda function=function: [
                        "%s=%r" % (p.name, p.default) if p.default is not p.empty else p.name
                        for p in inspect.signature(function).parameters.values()
                    ],
                )


def cases():
    """All cases."""
    groups = (vocabularies, tables, texts, signatures)
    for group in groups:
        for name, case in group(preprocessing):
            yield name, lambda case=case: plain(case())


def record_files():
    """Writes the processors that are restored here."""
    if not os.path.isdir(VOCABULARIES):
        os.makedirs(VOCABULARIES)
    for name, processor in saved(preprocessing):
        processor.save(os.path.join(VOCABULARIES, name + ".pickle"))
        if name == "plain":  # As Python 2 wrote them, but for its strings.
            for protocol in (0, 1):
                path = os.path.join(VOCABULARIES, "protocol_%d.pickle" % protocol)
                with open(path, "wb") as file:
                    pickle.dump(processor, file, protocol)
