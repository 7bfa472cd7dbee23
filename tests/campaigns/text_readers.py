"""What reads text: vocabularies of processors, hyperparameters, `TF_CONFIG`."""

import json
import os
import pickle

from tests.campaigns.reader import CODE, HOSTILE, NUMBERS, Reader, json_text


class Pickles(Reader):
    """`VocabularyProcessor.restore`."""

    documented = (pickle.UnpicklingError,)

    def __init__(self, folder):
        super().__init__(folder)
        from tests.campaigns import hostile_pickles

        self._own = hostile_pickles
        self.samples, self.words = [hostile_pickles.good()], hostile_pickles.NAMES

    def generated(self, source):
        return self._own.generated(source)

    def read(self, data):
        restored = self._own.VocabularyProcessor.restore(self.write(data))
        return type(restored).__name__


class HParamsText(Reader):
    """`HParams.parse`."""

    samples = (
        b"rate=0.1,steps=100,name=relu,deep=true,sizes=[1,2,3]",
        b"sizes=[ 4 , 5 ],names=[a,b],rate=1e-3",
        b"names=[x],deep=0,steps=-1",
    )
    words = (
        *(b"rate=|steps=|name=|deep=|sizes=|names=|none=|[|]|[1]=|,|=|true|False|relu".split(b"|")),
        *NUMBERS,
        *HOSTILE,
        *CODE,
    )
    documented = (ValueError, TypeError)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.extras.training.hparam import HParams

        self._class = HParams

    def make(self):
        return self._class(
            rate=0.5, steps=1, name="a", deep=False, sizes=[1], names=["a", "b"], none=None
        )

    def read(self, data):
        made = self.make()
        self.give(made, data.decode("utf-8", "surrogateescape"))
        self.check(made)
        return "read"

    def give(self, hparams, text):
        hparams.parse(text)

    def check(self, hparams):
        """What was taken has the type that it had."""
        for name, value in hparams.values().items():
            kind = type(getattr(self.make(), name))
            assert isinstance(value, kind) or name == "none", (name, value)


class HParamsJson(HParamsText):
    """`HParams.parse_json`, and with it `override_from_dict`."""

    samples = (
        b'{"rate": 0.1, "steps": 100, "name": "relu", "deep": true, "sizes": [1, 2]}',
        b'{"names": ["a", "b"], "none": {"x": [1, null]}, "rate": 1}',
    )
    words = (
        *(b'{|}|[|]|:|,|"rate"|"steps"|"name"|"deep"|"sizes"|"none"|true|null|"a"|NaN'.split(b"|")),
        b"[" * 10000,
        b'{"none":' * 10000,
        *NUMBERS,
        *HOSTILE,
    )
    documented = (ValueError, KeyError, AttributeError, OverflowError)

    def generated(self, source):
        return json_text(source, self.words[6:12], [b'"a"', b'["a"]', b"[1]", *NUMBERS])

    def give(self, hparams, text):
        hparams.parse_json(text)


class TFConfig(Reader):
    """`RunConfig()` with a `TF_CONFIG`."""

    samples = (
        json.dumps(
            {
                "cluster": {"master": ["a:1"], "ps": ["b:1", "c:2"], "worker": ["d:1", "e:1"]},
                "task": {"type": "worker", "index": 1},
                "environment": "cloud",
                "model_dir": "/tmp/x",
            }
        ).encode(),
        b'{"cluster": {"ps": {"0": "a:1"}}, "task": {"type": "ps", "index": "0"}}',
        b"{}",
    )
    words = (
        *(b'{|}|[|]|:|,|"cluster"|"task"|"type"|"index"|"environment"|"service"'.split(b"|")),
        *(b'"model_dir"|"worker"|"ps"|"master"|"chief"|"a:1"|null|true'.split(b"|")),
        b"[" * 10000,
        b'{"task":' * 10000,
        *NUMBERS,
        *HOSTILE[1:],  # an environment variable has no zero byte
    )
    documented = (ValueError, AttributeError, TypeError, OverflowError)

    def __init__(self, folder):
        super().__init__(folder)

        from tf_spec_compat.contrib import learn

        # Behind the back of the C library, which keeps for ever all that it was ever given.
        self._class, self._environment = learn.RunConfig, os.environ._data
        self._values = [b'"a:1"', b'"worker"', b'"ps"', b'["a:1"]', *NUMBERS]

    def generated(self, source):
        return json_text(source, self.words[6:18], self._values)

    def read(self, data):
        self._environment[b"TF_CONFIG"] = data.replace(b"\0", b"0")
        config = self._class()
        return "chief" if config.is_chief else "member"
