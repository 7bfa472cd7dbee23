"""Prints what a program said under TensorFlow 1.15.5, and beside it what it says here.

    python beside.py RECORDED PRINTED

A line that differs, by more than the roundings of its numbers, has a mark in front.
"""

import itertools
import sys
from pathlib import Path


def main() -> None:
    recorded, printed = (Path(name).read_text().splitlines() for name in sys.argv[1:])
    width = max(map(len, recorded))
    differing = 0
    for old, new in itertools.zip_longest(recorded, printed, fillvalue=""):
        same = agree(old, new)
        differing += not same
        print(f"{' ' if same else '>'} {old:<{width}}  |  {new}".rstrip(" |"))
    print(f"\n{len(recorded)} lines; those that differ, by more than roundings: {differing}")


def agree(line: str, other: str) -> bool:
    """Whether two lines say the same, but for roundings."""
    words, others = line.split(), other.split()
    return len(words) == len(others) and all(map(is_close, words, others))


def is_close(word: str, other: str) -> bool:
    """Whether two words are the same, or numbers that differ by roundings only."""
    try:
        return abs(float(word) - float(other)) <= 5e-4
    except ValueError:
        return word == other


if __name__ == "__main__":
    main()
