"""What the signatures of SavedModels answer: loads and runs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.testing.examples import inputs_of
from tf_spec_compat.testing.report import Comparison
from tf_spec_compat.testing.saved_model import SavedModel, UnreadableModelError

__all__ = ["answers", "compare_answers"]


def answers(
    model: SavedModel, tags: tuple[str, ...], requests: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Loads a SavedModel and asks its signatures.

    A SavedModel is a program: run only what you trust.

    Args:
      model: The model.
      tags: Which of its tag sets to load.
      requests: Key of a signature -> name of an input -> array.

    Returns:
      Key of a signature -> name of an output -> array; of a sparse output its values.

    Raises:
      UnreadableModelError: The model cannot be loaded.
      ValueError: It cannot run with such inputs.
    """
    signatures = model.graph(tags).signatures
    config = tf1.ConfigProto(inter_op_parallelism_threads=1, intra_op_parallelism_threads=1)
    found = {}
    with tf1.Graph().as_default(), tf1.Session(config=config) as session:
        try:
            with silenced_deprecations():
                tf1.saved_model.load(session, list(tags), model.path)
        except (OSError, RuntimeError, ValueError, KeyError, TypeError, tf.errors.OpError) as error:
            raise UnreadableModelError(f"{model.path} cannot be loaded: {_line(error)}") from error
        for key, inputs in requests.items():
            signature = signatures[key]
            feed = {signature.inputs[name].tensor: value for name, value in inputs.items()}
            fetches = {name: facts.tensor for name, facts in signature.outputs.items()}
            try:
                found[key] = session.run(fetches, feed)
            except (ValueError, TypeError, KeyError, tf.errors.OpError) as error:
                raise ValueError(
                    f"{model.path} cannot answer {key} for these examples: {_line(error)}"
                ) from error
    return found


def compare_answers(
    comparison: Comparison,
    old: SavedModel,
    new: SavedModel,
    examples: Mapping[str, Any],
    *,
    rename: Mapping[str, str] | None = None,
    tags: tuple[str, ...] | None = None,
) -> None:
    """Feeds two SavedModels with the same examples, and compares what they answer.

    Args:
      comparison: Gets the differences, of the kind "served"; what cannot be fed is noted in it.
      old: What is served today.
      new: What is to be served.
      examples: Name of an input of `old` -> values, as `examples.read_examples` returns them.
      rename: Name in `old` -> name in `new`, of signatures, inputs and outputs.
      tags: The tag set; None takes the first that both have.

    Raises:
      UnreadableModelError: A model cannot be loaded, or has not the tag set.
      ValueError: A model cannot run with the examples.

    Example:
      >>> x = tf.placeholder(tf.float32, [None, 1])
      >>> with tf.Session() as session:
      ...     tf.saved_model.simple_save(session, "old", {"x": x}, {"y": 2 * x})
      ...     tf.saved_model.simple_save(session, "new", {"x": x}, {"y": 3 * x})
      >>> testing = tf_spec_compat.testing
      >>> comparison = testing.Comparison("old", "new", rtol=1e-5, atol=1e-6)
      >>> compare_answers(comparison, testing.read_saved_model("old"),
      ...                 testing.read_saved_model("new"), {"x": [[1.0]]})
      >>> print(comparison.report.first)
      served serving_default.y: legacy 2, new 3 at [0, 0], off by 1 (relative 0.5)
    """
    names = dict(rename or {})
    common = [key for key in old.graphs if key in new.graphs]
    tags = tags if tags is not None or not common else common[0]
    if tags is None:
        comparison.report.not_compared.append("served answers: the models share no tag set")
        return
    before, after = old.graph(tags).signatures, new.graph(tags).signatures
    renamed = {names.get(name, name): values for name, values in examples.items()}
    requests: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for key, signature in before.items():
        other = names.get(key, key)
        if other not in after:
            continue
        inputs, other_inputs = inputs_of(signature, examples), inputs_of(after[other], renamed)
        if inputs is None or other_inputs is None:
            comparison.report.not_compared.append(
                f"served answers of {key}, which takes {', '.join(signature.inputs) or 'nothing'}; "
                f"the examples have {', '.join(examples)}"
            )
        else:
            requests[key], others[other] = inputs, other_inputs
    if not requests:
        return
    old_answers, new_answers = answers(old, tags, requests), answers(new, tags, others)
    for key, outputs in old_answers.items():
        theirs = new_answers[names.get(key, key)]
        for name, value in outputs.items():
            place = f"{key}.{name}"
            if names.get(name, name) in theirs:
                comparison.values("served", place, value, theirs[names.get(name, name)])
            else:
                comparison.report.not_compared.append(f"served {place}: the new model has none")


def _line(error: Exception) -> str:
    """Returns what an error says in one line; TensorFlow says it before it names the node."""
    text = str(getattr(error, "message", "") or error) or type(error).__name__
    before, node, _ = text.partition("[[{{node")
    lines = [line.strip() for line in before.splitlines() if line.strip()] or [text.strip()]
    return f"{lines[-1 if node else 0][:300].rstrip('.')}."
