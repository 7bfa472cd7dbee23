"""`HParams` beyond what the oracle's cases compare."""

import pickle

import pytest

from tf_spec_compat import contrib
from tf_spec_compat.contrib import learn, training
from tf_spec_compat.contrib.training import hparam, hparam_pb2


def test_one_class():
    """The class is the same by every path."""
    assert training.HParams is hparam.HParams is contrib.training.HParams
    assert training.parse_values is hparam.parse_values


def test_message_is_the_original_one():
    """A message has the name and the bytes on the wire that TF 1.15.5's has."""
    message = training.HParams(rate=0.5, sizes=[1, 2]).to_proto()
    assert message.DESCRIPTOR.full_name == "tensorflow.HParamDef"
    again = hparam_pb2.HParamDef.FromString(message.SerializeToString())
    assert training.HParams(again).values() == {"rate": 0.5, "sizes": [1, 2]}
    one = training.HParams(a=1).to_proto()
    assert one.SerializeToString() == b"\n\x07\n\x01a\x12\x02\x08\x01"


def test_subclasses_keep_their_class():
    """A subclass shows its own name and survives pickling."""

    class Mine(training.HParams):
        """Someone's own hyperparameters."""

    assert repr(Mine(a=1)) == "Mine([('a', 1)])"
    assert pickle.loads(pickle.dumps(training.HParams(a=1))).values() == {"a": 1}


@pytest.mark.parametrize(
    ("action", "error", "words"),
    [
        (
            lambda h: training.HParams(a=None).parse_json('{"a":' * 100000),
            ValueError,
            'too many objects or lists within one another; it begins with \'{"a":',
        ),
        (
            lambda h: h.set_hparam("nosuch", 1),
            KeyError,
            "no hyperparameter; there are: rate, sizes",
        ),
        (lambda h: h.parse("nosuch=1"), ValueError, "known: rate, sizes"),
        (lambda h: h.parse("rate"), ValueError, "give name=value"),
        (lambda h: h.parse_json("[1]"), AttributeError, "must be a JSON object"),
        (lambda h: h.parse(None), TypeError, "values must be text such as"),
        (lambda h: training.HParams({"a": 1}), AssertionError, "pass names as arguments"),
        (lambda h: training.HParams(a=None).parse("a=1"), TypeError, "start it with a value"),
    ],
)
def test_errors_say_what_to_do(action, error, words):
    """Each error names what was given and what to do."""
    with pytest.raises(error, match=words):
        action(training.HParams(rate=0.1, sizes=[1]))


def test_learn_runner_takes_them(tmp_path):
    """`learn_runner.run` takes an `HParams`, and says what it got where it is none."""
    config = learn.RunConfig(model_dir=str(tmp_path))
    with pytest.raises(ValueError, match="`hparams` must be `HParams` instance"):
        learn.learn_runner.run(lambda config, hparams: None, run_config=config, hparams={"a": 1})
    with pytest.raises(TypeError, match="did not return an Experiment"):
        learn.learn_runner.run(
            lambda config, hparams: hparams, run_config=config, hparams=training.HParams(a=1)
        )
