"""TensorFlow's deprecation messages go silent in the block, for its context, and only there."""

import logging
import threading
import warnings

import pytest
from tensorflow.python.util import deprecation, module_wrapper

from tf_spec_compat._tf import audible_deprecations, silenced_deprecations, tf1


@pytest.fixture
def said():
    """The messages that TensorFlow logs during the test."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = tf1.get_logger() if hasattr(tf1, "get_logger") else logging.getLogger("tensorflow")
    logger.addHandler(handler)
    yield lines
    logger.removeHandler(handler)


@pytest.fixture
def old():
    """A newly deprecated function, of which nothing has been logged yet."""

    @deprecation.deprecated(None, "Use something newer.")
    def old():
        return "done"

    return old


def state():
    logger = logging.getLogger("tensorflow")
    return (
        deprecation._PRINT_DEPRECATION_WARNINGS,
        module_wrapper._PER_MODULE_WARNING_LIMIT,
        logger.level,
        list(logger.filters),
        list(logger.handlers),
        list(warnings.filters),
    )


def test_silent_inside_and_audible_after(said, old):
    """A message silenced inside is not used up: the first call outside logs it."""
    before = state()
    with silenced_deprecations():
        assert old() == "done"
    assert said == []
    assert state() == before
    old()
    assert len(said) == 1
    assert "deprecated" in said[0]


def test_exceptions_restore_the_state(said, old):
    """An exception leaves the block audible again, and passes."""
    before = state()
    with pytest.raises(KeyError, match="mine"), silenced_deprecations():
        raise KeyError("mine")
    assert state() == before
    old()
    assert len(said) == 1


def test_blocks_nest(said, old):
    """Leaving an inner block keeps the outer one silent; user code inside can be made audible."""
    with silenced_deprecations():
        with silenced_deprecations():
            old()
        old()
        assert said == []
        with audible_deprecations():
            old()
            assert len(said) == 1
            with silenced_deprecations():
                deprecation.deprecated(None, "Another.")(lambda: None)()
        deprecation.deprecated(None, "A third.")(lambda: None)()
    assert len(said) == 1


def test_other_threads_are_heard(said, old):
    """While one thread is silent, and after it left before another, others log as usual."""
    before, inside, leave = state(), threading.Event(), threading.Event()

    def other():
        with silenced_deprecations():
            inside.set()
            leave.wait(30)

    with silenced_deprecations():
        thread = threading.Thread(target=other)
        thread.start()
        assert inside.wait(30)
    old()
    assert len(said) == 1
    leave.set()
    thread.join()
    assert state() == before


def test_tensorflows_own_silence_is_respected(said, old):
    """`deprecation.silence()` keeps its meaning, however the two overlap."""
    before = state()
    with deprecation.silence(), silenced_deprecations(), audible_deprecations():
        old()
    assert said == []
    assert state() == before
    with deprecation.silence():
        ours = silenced_deprecations()
        ours.__enter__()
    ours.__exit__(None, None, None)
    assert state() == before
    ours = silenced_deprecations()
    ours.__enter__()
    with deprecation.silence():
        ours.__exit__(None, None, None)
    old()
    with silenced_deprecations():
        deprecation.deprecated(None, "Another.")(lambda: None)()
    assert len(said) == 1


def test_renamed_names_are_silenced(said):
    """Advice on names that moved, which v1 namespaces log once each, is silenced too."""
    from types import ModuleType

    def namespace():
        module = ModuleType("fake")
        module.log = lambda: None
        return module_wrapper.TFModuleWrapper(module, "", deprecation=True)

    with silenced_deprecations():
        namespace().log()
    assert said == []
    namespace().log()
    assert len(said) == 1
    assert "tf.log" in said[0]
