"""Several heads on one model, heads that are only a loss, and train functions."""

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import head, tf

from . import inputs as data

MODES = {
    "train": ("train", data.sgd),
    "noop": ("train", head.no_op_train_fn),
    "eval": ("eval", None),
    "infer": ("infer", None),
}

LABELS = {
    "r": data.column(data.TARGETS),
    "p": data.column(data.COUNTS),
    "b": data.column(data.BINARY),
    "c": data.column(data.CLASSES),
    "s": data.column(data.BINARY),
    "m": data.INDICATORS,
}
WIDTHS = {"r": 1, "p": 1, "b": 1, "c": 3, "s": 1, "m": 3, "l": 0, "l2": 0}


def member(kind, **kwargs):
    """One named head that takes its labels under its own name."""
    options = dict({"head_name": kind, "label_name": kind}, **kwargs)
    if kind == "r":
        return head.regression_head(**options)
    if kind == "p":
        return head.poisson_regression_head(**options)
    if kind == "b":
        return head.multi_class_head(2, **options)
    if kind == "c":
        return head.multi_class_head(3, **options)
    if kind == "s":
        return head.binary_svm_head(**options)
    if kind == "m":
        return head.multi_label_head(3, **options)
    if kind == "l":
        return head.loss_only_head(lambda: tf.constant(0.5), head_name="l")
    return head.loss_only_head(lambda: [tf.constant(2.0), tf.constant(3.0)], head_name="l2")


def several(kinds, mode, loss_weights=None, form="concat", spec_keys=(None,), **options):
    """A multi head of `kinds` on a linear model each.

    `form` is how logits are given: concat, dict, scope, input, input_scope. `options`: `members`,
    `features`, `labels`, `batch`, `biased`.
    """
    mode, train_op_fn = mode

    def make():
        members = options.get("members", lambda: [member(kind) for kind in kinds])()
        if loss_weights is None:
            return head.multi_head(members)
        return head.multi_head(members, loss_weights=loss_weights)

    def build(made, inputs):
        batch = options.get("batch", True)
        x = inputs.tensor(data.X, True, batch)
        labels = {k: LABELS[k] for k in kinds if k in LABELS}
        create = {
            "features": inputs.tensor(options.get("features", {}), True, batch),
            "mode": mode,
            "train_op_fn": train_op_fn,
        }
        if mode != "infer":
            create["labels"] = inputs.tensor(options.get("labels", labels), True, batch)
        if form in ("input", "input_scope"):
            create["logits_input"] = x
        else:
            parts = {k: data.linear(x, WIDTHS[k], "linear_" + k) for k in labels}
            parts.update({k: tf.zeros([4, 0]) for k in kinds if k not in LABELS})
            create["logits"] = parts if form == "dict" else tf.concat([parts[k] for k in kinds], 1)
        if form in ("scope", "input_scope"):
            create["scope"] = "here"
        return made.create_model_fn_ops(**create)

    steps = not (options.get("biased") and train_op_fn is data.sgd)
    return Case(build, make, spec_keys, form.startswith("input"), steps)


def _multi():
    weights = {"features": {"w": data.WEIGHTS, "v": data.WEIGHTS[::-1].copy()}}

    def weighted():
        return [
            member("r", weight_column_name="w", enable_centered_bias=True),
            member("c", weight_column_name="v", metric_class_ids=[1]),
        ]

    def biased():
        return [member("b", enable_centered_bias=True), member("m", enable_centered_bias=True)]

    def shared():
        return [
            head.regression_head(head_name="r", label_name="r"),
            head.regression_head(head_name="second", label_name="r"),
        ]

    def same_name():
        return [member("r"), head.poisson_regression_head(head_name="r", label_name="p")]

    def nested():
        return [member("r"), head.multi_head([member("b")])]

    keys = (None, "r", "c", "other")
    options = {
        "two": ("rc", {"spec_keys": keys}),
        "two_dict": ("rc", {"form": "dict", "spec_keys": keys}),
        "two_input": ("rc", {"form": "input"}),
        "two_scope": ("rc", {"form": "scope"}),
        "two_input_scope": ("rc", {"form": "input_scope"}),
        "two_no_batch": ("rc", {"batch": False, "spec_keys": ("c",)}),
        "two_loss_weights": ("rc", {"loss_weights": [0.5, 2.0]}),
        "two_loss_weights_int": ("rc", {"loss_weights": (2, 1)}),
        "two_loss_weights_zero": ("rc", {"loss_weights": [0.0, 1.0]}),
        "two_weighted": ("rc", dict(weights, members=weighted, biased=True, spec_keys=("r",))),
        "two_weighted_loss_weights": (
            "rc",
            dict(weights, members=weighted, biased=True, loss_weights=[3.0, 0.25]),
        ),
        "two_biased": ("bm", {"members": biased, "biased": True, "spec_keys": ("b", "m")}),
        "one": ("b", {"spec_keys": (None, "b", "x")}),
        "one_dict": ("r", {"form": "dict"}),
        "all": ("rpbcm", {"spec_keys": (None, "m")}),
        "all_loss_weights": ("rpbcm", {"loss_weights": [1.0, 2.0, 3.0, 4.0, 5.0]}),
        "svm": ("rs", {"spec_keys": (None, "r", "s")}),
        "loss_only": (("r", "l"), {"spec_keys": (None, "r")}),
        "loss_only_two": (("l", "b", "l2"), {"loss_weights": [2.0, 1.0, 0.5], "spec_keys": ("b",)}),
        "loss_only_dict": (("b", "l"), {"form": "dict", "spec_keys": ("b",)}),
        "loss_only_input": (("c", "l"), {"form": "input", "spec_keys": ("c",)}),
        "shared_labels": ("r", {"members": shared, "form": "input"}),
        "same_name": ("rp", {"members": same_name}),
        "same_name_dict": ("rp", {"members": same_name, "form": "dict"}),
        "nested": ("rb", {"members": nested}),
        "empty": ("", {"members": list, "form": "input"}),
        "labels_array": ("r", {"labels": LABELS["r"], "form": "dict"}),
        "labels_missing": ("rc", {"labels": {"r": LABELS["r"]}}),
    }
    return {
        "%s-%s" % (name, mode): several(kinds, MODES[mode], **extra)
        for name, (kinds, extra) in options.items()
        for mode in MODES
        if mode != "noop" or extra.get("biased") or name in ("two", "two_dict", "loss_only")
    }


def _train_ops(loss):
    """Not an optimizer: two ops in a group."""
    counter = tf.get_variable("counter", initializer=0.0)
    return tf.group(counter.assign_add(loss), tf.train.get_global_step().assign_add(1))


def _multi_other():
    """Train functions and logits of other kinds, each with a regression and a 3-class head."""
    cases = {}

    def create(name, mode="train", heads=("r", "c"), loss_weights=None, make=None, **changes):
        def build(made, inputs):
            x = inputs.tensor(data.X)
            arguments = {
                "features": {},
                "mode": mode,
                "labels": inputs.tensor({k: LABELS[k] for k in heads}),
                "train_op_fn": head.no_op_train_fn,
                "logits": tf.matmul(x, tf.ones([2, 4])),
            }
            arguments.update({k: v() for k, v in changes.items()})
            return made.create_model_fn_ops(**arguments)

        def members():
            return head.multi_head([member(k) for k in heads], loss_weights=loss_weights)

        cases[name] = Case(build, make or members)

    ones = np.ones([4, 4], np.float32)
    create("group", train_op_fn=lambda: _train_ops)
    create("returns_none", train_op_fn=lambda: lambda loss: None)
    create("none", train_op_fn=lambda: None)
    create("not_callable", train_op_fn=lambda: "sgd")
    create("raises", train_op_fn=lambda: lambda loss: {}["mine"])
    create("eval_train_fn", "eval", train_op_fn=lambda: _train_ops)
    create("infer_train_fn", "infer", train_op_fn=lambda: _train_ops)
    for mode in ("train", "eval", "infer"):
        create("mode_labels_none_" + mode, mode, labels=lambda: None)
        create("logits_list_" + mode, mode, logits=lambda: [tf.ones([4, 1]), tf.ones([4, 3])])
        create("logits_tuple_" + mode, mode, logits=lambda: (tf.ones([4, 1]), tf.ones([4, 3])))
        create(
            "logits_extra_" + mode,
            mode,
            logits=lambda: {"r": tf.ones([4, 1]), "c": tf.ones([4, 3]), "z": tf.ones([4, 1])},
        )
        create("logits_missing_" + mode, mode, logits=lambda: {"r": tf.ones([4, 1])})
        create("logits_swapped_" + mode, mode, logits=lambda: {"c": ones[:, :1], "r": ones[:, 1:]})
        create("logits_wide_" + mode, mode, logits=lambda: tf.ones([4, 5]))
        create("logits_narrow_" + mode, mode, logits=lambda: tf.ones([4, 3]))
        create("logits_flat_" + mode, mode, logits=lambda: tf.ones([16]))
        create("logits_numpy_" + mode, mode, logits=lambda: ones)
        create("logits_empty_dict_" + mode, mode, logits=dict)
        create("neither_" + mode, mode, logits=lambda: None)
        create("both_" + mode, mode, logits_input=lambda: tf.ones([4, 2]))
    create(
        "logits_unknown",
        "eval",
        logits=lambda: tf.placeholder_with_default(tf.ones([4, 4]), None),
    )
    for name, mode in (("bogus", "bogus"), ("none", None)):
        create("mode_" + name, mode)
    for name, loss_weights in {
        "short": [1.0],
        "long": [1.0, 2.0, 3.0],
        "empty": [],
        "number": 2.0,
        "strings": ["a", "b"],
        "nones": [None, None],
        "dict": {"r": 1.0, "c": 2.0},
        "tensors": np.array([0.5, 2.0], np.float32),
    }.items():
        create("loss_weights_" + name, "train", loss_weights=loss_weights)
    makers = {
        "members_none": lambda: head.multi_head(None),
        "members_unnamed": lambda: head.multi_head([head.regression_head()]),
        "members_half_named": lambda: head.multi_head([member("r"), head.multi_class_head(3)]),
        "members_unnamed_loss_only": lambda: head.multi_head([head.loss_only_head(lambda: 1.0)]),
        "members_not_heads": lambda: head.multi_head([3]),
        "members_one_head": lambda: head.multi_head(member("r")),
        "members_tuple": lambda: head.multi_head((member("r"), member("c"))),
        "members_iterator": lambda: head.multi_head(iter([member("r"), member("c")])),
        "members_no_label_name": lambda: head.multi_head(
            [head.regression_head(head_name="r"), member("c")]
        ),
    }
    for name, make in makers.items():
        create(name, make=make)
    return cases


def _loss_only():
    losses = {
        "tensor": lambda: tf.constant(3.0),
        "variable": lambda: tf.square(tf.get_variable("v", initializer=2.0)),
        "list": lambda: [tf.constant(3.0), tf.constant(4.0)],
        "tuple": lambda: (tf.constant(3.0), tf.constant(4.0)),
        "one_in_list": lambda: [tf.constant(3.0)],
        "empty_list": list,
        "float": lambda: 3.0,
        "none": lambda: None,
        "vector": lambda: tf.constant([1.0, 2.0]),
        "raises": lambda: {}["mine"],
    }
    cases = {}

    def create(name, make, mode, **changes):
        def build(made, inputs):
            del inputs
            train_op_fn = head.no_op_train_fn
            if name == "variable":
                train_op_fn = data.sgd
            arguments = {"features": {}, "mode": mode, "train_op_fn": train_op_fn}
            arguments.update(changes)
            return made.create_model_fn_ops(**arguments)

        cases["%s-%s" % (name, mode)] = Case(build, make, (None, "x"))

    for mode in ("train", "eval", "infer"):
        for name, loss_fn in losses.items():
            create(name, lambda loss_fn=loss_fn: head.loss_only_head(loss_fn), mode)
        x = lambda: head.loss_only_head(losses["tensor"], head_name="x")  # noqa: E731
        create("named", x, mode)
        create("named_scope", x, mode, scope="here")
        create("no_train_fn", x, mode, train_op_fn=None)
        create("with_labels", x, mode, labels={"a": 1})
        create("with_logits", x, mode, logits=3)
        create("no_features", x, mode, features=None)
    create("mode", lambda: head.loss_only_head(losses["tensor"]), "bogus")
    create("mode_none", lambda: head.loss_only_head(losses["tensor"]), None)
    create("not_callable", lambda: head.loss_only_head(3.0), "train")
    return cases


CASES = {"multi": _multi(), "multi_other": _multi_other(), "loss_only": _loss_only()}
