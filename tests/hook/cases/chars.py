"""A project's processor of characters."""

from tensorflow.contrib.learn.python.learn.preprocessing.text import VocabularyProcessor


def chars(it):
    for v in it:
        yield list(v)


class MyProcessor(VocabularyProcessor):
    def __init__(self, n):
        super(MyProcessor, self).__init__(n, tokenizer_fn=chars)
