"""Restores vocabularies from files that were altered or made at random, and counts what came of it.

    python -m tests.campaigns.hostile_pickles [--files 100000] [--seed 0]

Each is refused with `pickle.UnpicklingError` or read as a `VocabularyProcessor`: anything else, or
a file that takes longer than a second, ends the campaign with an error.
"""

import argparse
import collections
import functools
import os
import pickle
import pickletools
import random
import sys
import tempfile
import time

from tf_spec_compat.contrib.learn.preprocessing import VocabularyProcessor

CODES = [ord(opcode.code) for opcode in pickletools.opcodes]
NAMES = [
    b"cnumpy\ndtype\n",
    b"cnumpy.core.multiarray\nscalar\n",
    b"cbuiltins\neval\n",
    b"cos\nsystem\n",
    b"ccollections\ndefaultdict\n",
    b"ccopyreg\n_reconstructor\n",
    b"cbuiltins\nobject\n",
]


@functools.cache
def good():
    """A file as `VocabularyProcessor.save` writes it."""
    processor = VocabularyProcessor(4)
    list(processor.fit_transform(["to be or not to be", "that is the question"]))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "vocabulary")
        processor.save(path)
        with open(path, "rb") as file:
            return file.read()


def mutated(data, source):
    """Returns the file with some bytes changed, taken out, doubled or put in."""
    data = bytearray(data)
    for _ in range(source.choice((1, 1, 1, 2, 4, 16))):
        place = source.randrange(len(data) + 1)
        length = source.choice((1, 1, 2, 8, 64))
        kind = source.randrange(6)
        if kind == 0:
            data[place : place + 1] = bytes([source.randrange(256)])
        elif kind == 1:
            data[place : place + 1] = bytes([source.choice(CODES)])
        elif kind == 2:
            del data[place : place + length]
        elif kind == 3:
            data[place:place] = data[place : place + length]
        elif kind == 4:
            data[place:place] = source.choice(NAMES)
        else:
            data[place:place] = bytes(source.choice(CODES) for _ in range(length))
    return bytes(data)


def generated(source):
    """Returns a file of operations in random order."""
    parts = [b"\x80", bytes([source.randrange(6)])]
    for _ in range(source.randrange(1, 200)):
        if source.random() < 0.2:
            parts.append(source.choice(NAMES))
        else:
            parts.append(bytes([source.choice(CODES)]))
            parts.append(bytes(source.randrange(256) for _ in range(source.choice((0, 0, 1, 4)))))
    return b"".join(parts) + b"."


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    source = random.Random(options.seed)
    counts, slowest = collections.Counter(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "vocabulary")
        for number in range(options.files):
            data = generated(source) if number % 4 == 0 else mutated(good(), source)
            with open(path, "wb") as file:
                file.write(data)
            start = time.process_time()
            try:
                found = type(VocabularyProcessor.restore(path)).__name__
            except pickle.UnpicklingError:
                found = "refused"
            taken = time.process_time() - start
            if found not in ("refused", "VocabularyProcessor") or taken > 1:
                print(f"file {number} of seed {options.seed}: {found} in {taken:.2f} s: {data!r}")
                return 1
            counts[found] += 1
            slowest = max(slowest, taken)
    print(dict(counts), f"slowest {slowest * 1000:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
