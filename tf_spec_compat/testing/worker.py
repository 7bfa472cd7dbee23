"""The program that `tf-spec-compat verify` runs in each of the two Pythons.

`python worker.py REQUEST FOLDER`: REQUEST is a JSON file (see `verification`), and FOLDER gets the
record. Under TensorFlow 2 it is run by `tf-spec-compat run`, so that `tensorflow` is TF1's here.

Written for Python 3.6 and TensorFlow 1.13, and without anything of this package but what is copied
along with it.
"""

import functools
import importlib
import json
import os
import sys
from typing import Any

import numpy as np

from tf_spec_compat.testing import records
from tf_spec_compat.testing.estimators import CONTRIB, CORE, Estimators
from tf_spec_compat.testing.feed import Feed
from tf_spec_compat.testing.recorder import Recorder

__all__ = ["main"]


def main(request_file: str, folder: str) -> None:
    """Records one side.

    Args:
      request_file: The JSON file that says what to do.
      folder: Where the model's checkpoints, its export and the record go.
    """
    with open(request_file) as file:
        request = json.load(file)
    sys.argv = [request["program"]]  # what a program's flags are read from
    tf = importlib.import_module("tensorflow")
    module = _module(request["program"])
    side = _Side(tf, module, request, folder)
    other = records.load(request["other"]) if request["other"] else None
    record = side.record(other)
    records.save(record, folder)


def _module(program: str) -> Any:
    """Imports the user's module: a file, or a name that can be imported from the current folder."""
    if program.endswith(".py"):
        sys.path.insert(0, os.path.dirname(os.path.abspath(program)))
        return importlib.import_module(os.path.basename(program)[: -len(".py")])
    sys.path.insert(0, os.getcwd())
    return importlib.import_module(program)


class _Side:
    """One side: a Python, its TensorFlow, and what the user's module is in it."""

    def __init__(self, tf: Any, module: Any, request: "dict[str, Any]", folder: str) -> None:
        self._module, self._request = module, request
        self._folder = folder
        learn = functools.partial(importlib.import_module, "tensorflow.contrib.learn")
        self._apis = Estimators(tf, tf.estimator, learn)

    def record(self, other: "dict[str, Any] | None") -> "dict[str, Any]":
        """Records the model; from the initial values and with the batches of the other side."""
        request, apis = self._request, self._apis
        model, kind = self._get(request["model"]), request["estimator"]
        params = request["params"]
        params = self._get(params) if isinstance(params, str) else params
        if request["is_factory"]:
            model = model()
        if hasattr(model, "model_fn"):  # an Estimator
            kind, model, params = apis.kind_of(model), model.model_fn, None
        if not callable(model):
            sys.exit("{} is {!r}: no model_fn, no Estimator".format(request["model"], model))
        feeds, notes = self._feeds(params, other)
        if kind == "auto":
            kind = self._kind_by_trial(model, params, feeds["train"])
        config = apis.config(kind, os.path.join(self._folder, "model"), request["seed"])
        recorder = Recorder(apis, kind, model, params, config)
        initial = other["initial"] if other else None
        record = recorder.record(
            feeds["train"], request["steps"], feeds["evaluate"], initial, request["rename"]
        )
        name = request["serving_input_fn"]
        serving_input_fn = self._get(name) if name else None
        base, default_key = os.path.join(self._folder, "export"), request["default_key"]
        record["export"] = recorder.export(base, serving_input_fn, feeds["evaluate"], default_key)
        record["examples"] = feeds["evaluate"].features()
        record["notes"] = notes
        record["feeds"] = {
            name: {"keys": feed.keys, "batches": feed.batches} for name, feed in feeds.items()
        }
        return record

    def _get(self, name: str) -> Any:
        """Returns what the user's module calls `name`."""
        value = self._module
        for part in name.split("."):
            if not hasattr(value, part):
                names = ", ".join(key for key in sorted(vars(self._module)) if key[0] != "_")
                sys.exit("{} has no {!r}, but {}".format(self._request["program"], name, names))
            value = getattr(value, part)
        return value

    def _feeds(self, params: Any, other: "dict[str, Any] | None") -> Any:
        """Returns what to train and evaluate with, and notes on how it differs from the other's."""
        request = self._request
        notes: list[str] = []
        feeds = {}
        for name, mode in (("train", "train"), ("evaluate", "eval")):
            source, count = request[name]["input_fn"], request[name]["batches"]
            config = self._apis.config(CORE, self._folder, request["seed"])
            given = {"mode": mode, "params": params, "config": config}
            feed = feeds[name] = Feed(self._apis.tf, self._get(source), count, given)
            if other is None:
                continue
            theirs = other["feeds"][name]
            if theirs["keys"] != feed.keys:
                message = "{} gives {}, and in the old Python {}"
                sys.exit(message.format(source, ", ".join(feed.keys), ", ".join(theirs["keys"])))
            if not _same(feed.batches, theirs["batches"]):
                message = "{} gives other batches in the new Python; both models got the old ones"
                notes.append(message.format(source))
            feed.batches = theirs["batches"]
        return feeds, notes

    def _kind_by_trial(self, model_fn: Any, params: Any, feed: Feed) -> str:
        """Builds the model once: contrib's Estimator takes what core's does not."""
        tf = self._apis.tf
        config = self._apis.config(CORE, self._folder, self._request["seed"])
        recorder = Recorder(self._apis, CORE, model_fn, params, config)
        with tf.Graph().as_default():
            tf.train.create_global_step()
            features, labels = feed.input_fn()()
            recorder.model_fn(features, labels, "train", params, config)
        return CONTRIB if recorder.returned in ("ModelFnOps", "tuple", "list") else CORE


def _same(ours: Any, theirs: Any) -> bool:
    pairs = [(each, other) for one, two in zip(ours, theirs) for each, other in zip(one, two)]
    return len(ours) == len(theirs) and all(
        np.array_equal(records.as_array(one), other) for one, other in pairs
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
