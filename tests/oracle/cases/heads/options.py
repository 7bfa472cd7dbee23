"""A case of one head, and the options that every head has."""

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import head

from . import inputs as data

# What a mode is called in the case's name -> (mode, train_op_fn, are labels given).
MODES = {
    "train": ("train", data.sgd, True),
    "noop": ("train", head.no_op_train_fn, True),
    "eval": ("eval", None, True),
    "infer": ("infer", None, False),
}
MORE_MODES = {
    "eval_train_fn": ("eval", data.sgd, True),
    "infer_labels": ("infer", data.sgd, True),
}


BINARY_LOSSES = (
    data.weighted_loss,
    data.absolute_loss,
    data.required_weights_loss,
    data.fixed_loss,
)


def single(factory, args, kwargs, width, labels, mode, **options):
    """A case of one head.

    `options`: `features` (dict), `batch` (does the graph know the batch size), `use` ("logits",
    "linear" for a model with variables, "input" for `logits_input`), `scope`, `logits`, `fed`.
    """
    mode, train_op_fn, labelled = mode
    use = options.get("use", "linear")
    if use == "logits" and train_op_fn is data.sgd:
        train_op_fn = head.no_op_train_fn  # There is nothing to train.

    def build(made, inputs):
        fed, batch = options.get("fed", True), options.get("batch", True)
        x = inputs.tensor(data.X, True, batch)
        create = {
            "features": inputs.tensor(options.get("features", {}), fed, batch),
            "mode": mode,
            "labels": inputs.tensor(labels, fed, batch) if labelled else None,
            "train_op_fn": train_op_fn,
        }
        if use == "linear":
            create["logits"] = data.linear(x, width)
        elif use == "logits":
            create["logits"] = inputs.tensor(options["logits"], True, batch)
        else:
            create["logits_input"] = x
        if "scope" in options:
            create["scope"] = options["scope"]
        return made.create_model_fn_ops(**create)

    biased = bool(kwargs.get("enable_centered_bias"))
    return Case(
        build,
        lambda: factory(*args, **kwargs),
        assign=use == "input",
        steps=not (biased and train_op_fn is data.sgd),
        own_step=options.get("own_step", True),
    )


def common(labels):
    """Option name -> (kwargs of the head, labels, options of the case) that every head has."""
    weights = {"features": {"w": data.WEIGHTS}}
    flat_weights = {"features": {"w": data.WEIGHTS[:, 0]}}
    label_dict = {"target": labels, "other": labels}
    return {
        "plain": ({}, labels, {}),
        "own_step": ({}, labels, {"own_step": False}),
        "no_batch": ({}, labels, {"batch": False}),
        "name": ({"head_name": "x"}, labels, {}),
        "weights": ({"weight_column_name": "w"}, labels, weights),
        "weights_flat": ({"weight_column_name": "w"}, labels, flat_weights),
        "weights_no_batch": (
            {"weight_column_name": "w", "head_name": "x"},
            labels,
            dict(weights, batch=False),
        ),
        "bias": ({"enable_centered_bias": True}, labels, {}),
        "bias_name": ({"enable_centered_bias": True, "head_name": "x"}, labels, {}),
        "bias_weights": (
            {"enable_centered_bias": True, "weight_column_name": "w"},
            labels,
            weights,
        ),
        "label_name": ({"label_name": "target"}, label_dict, {}),
        "label_name_all": (
            {
                "label_name": "target",
                "head_name": "x",
                "weight_column_name": "w",
                "enable_centered_bias": True,
            },
            label_dict,
            weights,
        ),
        "label_name_array": ({"label_name": "target"}, labels, {}),
        "input": ({}, labels, {"use": "input"}),
        "input_scope": ({"head_name": "x"}, labels, {"use": "input", "scope": "here"}),
        "input_bias": ({"enable_centered_bias": True}, labels, {"use": "input", "scope": "here"}),
        "scope": ({"enable_centered_bias": True}, labels, {"scope": "here"}),
    }


def of_dtypes(labels, dtypes):
    """The plain options with labels of other dtypes."""
    return {"labels_" + d: ({}, labels.astype(d), {}) for d in dtypes}


def big(width):
    """Logits at which a loss that exponentiates naively overflows."""
    rows = np.array([[50.0, -50.0, 0.0], [-90.0, 90.0, 3.0], [0.0, 0.0, 0.0], [1.0, 2.0, 3.0]])
    return {"use": "logits", "logits": rows.astype(np.float32)[:, :width]}


def with_losses(options, labels, loss_fns):
    """Adds options for custom losses, each without weights and with."""
    weights = {"features": {"w": data.WEIGHTS}}
    for loss_fn in loss_fns:
        name = "loss_" + loss_fn.__name__.replace("_loss", "")
        options[name] = ({"loss_fn": loss_fn}, labels, {})
        options[name + "_with_weights"] = (
            {"loss_fn": loss_fn, "weight_column_name": "w", "head_name": "x"},
            labels,
            weights,
        )
