"""Bytes that are nearly right: what fuzzing gives to readers."""


def mutated(data, source, words=()):
    """Returns data with some bytes changed, taken out, doubled or put in.

    Args:
      data: Bytes, right ones.
      source: A `random.Random`.
      words: Pieces that mean something to the reader, to be put in now and then.
    """
    data = bytearray(data)
    for _ in range(source.choice((1, 1, 1, 2, 4, 16))):
        place = source.randrange(len(data) + 1)
        length = source.choice((1, 1, 2, 8, 64))
        kind = source.randrange(8)
        if kind == 0:
            data[place : place + 1] = bytes([source.randrange(256)])
        elif kind == 1 and place < len(data):
            data[place] ^= 1 << source.randrange(8)
        elif kind == 2:
            del data[place : place + length]
        elif kind == 3:
            data[place:place] = data[place : place + length] * source.choice((1, 1, 1, 100))
        elif kind == 4:
            data[place:place] = source.randbytes(length)
        elif kind == 5:
            del data[place:]
        elif words:
            end = place + source.choice((0, length))
            data[place:end] = source.choice(words)
    return bytes(data)


def joined(words, source, most=40):
    """Returns some of the words in random order."""
    return b"".join(source.choice(words) for _ in range(source.randrange(most)))
