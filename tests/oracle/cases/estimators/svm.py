"""SVM, and SDCA's own estimators. Runs unchanged under TF 1.15.5 and under this package."""

import functools
import os

import numpy as np

from tests.oracle.facts import plain, rounded
from tests.oracle.legacy import (
    debug,
    head,
    input_fn_utils,
    layers,
    linear,
    run_config,
    sdca_estimator,
    sdca_optimizer,
    svm,
    tf,
)
from tests.oracle.observe import InFolder, attempt

from .life_cycle import exported, tags

SVM = svm.SVM
Logistic = sdca_estimator.SDCALogisticClassifier
Regression = sdca_estimator.SDCALinearRegressor

LABELS = np.array([[0], [1], [1], [0], [1], [0]], np.int32)
TARGETS = np.array([[0.5], [2.0], [3.0], [0.0], [1.0], [-1.0]], np.float32)


def features(**changes):
    """Six examples."""
    made = {
        "id": tf.constant(["a", "b", "c", "d", "e", "f"]),
        "x": tf.constant([[0.0], [0.8], [1.0], [0.2], [0.7], [-0.1]]),
        "pair": tf.constant([[1.0, 0], [0, 1], [0, 1], [1, 0], [1, 1], [0, 0]]),
        "w": tf.constant([[1.0], [2.0], [3.0], [1.0], [2.0], [3.0]]),
        "lang": tf.SparseTensor(
            [[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0]],
            ["en", "fr", "fr", "en", "fr", "zz"],
            [6, 1],
        ),
        "price": tf.SparseTensor(
            [[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0]], [1.0, 2.0, 1.0, 3.0, 1.0, 1.0], [6, 1]
        ),
    }
    made.update(changes)
    return {k: v for k, v in made.items() if v is not None}


def given(labels=LABELS, **changes):
    """An input_fn."""
    return lambda: (features(**changes), None if labels is None else tf.constant(labels))


def dense():
    return [layers.real_valued_column("x"), layers.real_valued_column("pair", dimension=2)]


def keys():
    return layers.sparse_column_with_keys("lang", ["en", "fr"])


def sparse():
    bucket = layers.bucketized_column(layers.real_valued_column("x"), [0.0, 0.5])
    return [keys(), bucket]


def weighted():
    return [layers.weighted_sparse_column(keys(), "price"), layers.real_valued_column("x")]


def crossed():
    bucket = layers.bucketized_column(layers.real_valued_column("x"), [0.0, 0.5])
    return [layers.crossed_column([keys(), bucket], 9)]


def config():
    return run_config.RunConfig(tf_random_seed=1)


def weights(e):
    """The model's variables, and the names of SDCA's."""
    names = sorted(e.get_variable_names())
    return {
        "names": names,
        "weights": {
            name: rounded(plain(e.get_variable_value(name)), 3)
            for name in names
            if name.startswith("linear/")
        },
        "shapes": [list(e.get_variable_value(name).shape[1:]) for name in names if "Table" in name],
    }


def linear_model(example_id_column, feature_columns, model_dir, config, partitioner=None):
    """A linear model whose optimizer is SDCA, over several tables."""
    optimizer = sdca_optimizer.SDCAOptimizer(
        example_id_column,
        num_table_shards=2,
        symmetric_l2_regularization=2.0,
        partitioner=partitioner,
    )
    return linear.LinearClassifier(
        feature_columns, model_dir=model_dir, config=config, optimizer=optimizer
    )


def serving():
    x = tf.placeholder(tf.float32, [None, 1], name="inp")
    pair = tf.concat([x, x], 1)
    return input_fn_utils.InputFnOps({"x": x, "pair": pair}, None, {"x": x})


def life(folder, make, columns, labels=LABELS, methods=(), steps=80, export=False, **kwargs):
    """Trains until nothing changes any more, and asks."""
    e = make("id", columns(), model_dir=folder, config=config(), **kwargs)
    fitted = attempt(lambda: e.fit(input_fn=given(labels), steps=steps) is e)
    if fitted is not True:
        return {"fit": fitted}
    input_fn = given(labels)
    record = weights(e)
    record["params"] = sorted(e.params)
    record["tags"] = sorted(tag for tag in tags(folder) if tag.endswith("@1"))
    record["evaluate"] = attempt(lambda: rounded(e.evaluate(input_fn=input_fn, steps=1), 2))
    record["eval_tags"] = sorted(tags(os.path.join(folder, "eval")))
    record["predict"] = attempt(lambda: rounded(plain(list(e.predict(input_fn=input_fn))), 2))
    for name in methods:
        record[name] = attempt(
            lambda n=name: rounded(plain(list(getattr(e, n)(input_fn=input_fn))), 2)
        )
    if export:
        x = np.array([[0.0], [1.0]], np.float32)
        record["export"] = attempt(lambda: signatures(exported(e, folder, serving, x)))
    return record


def signatures(export):
    return {k: export[k] for k in ("signatures", "files")}


def graph(folder, make, **kwargs):
    """What a model consists of."""
    record = {}
    for mode in ("train", "eval", "infer"):
        with tf.Graph().as_default():
            tf.train.create_global_step()
            e = make("id", dense() + sparse(), model_dir=folder, **kwargs)
            ops = e._call_model_fn(features(), tf.constant(LABELS), mode)
            record[mode] = {
                "predictions": sorted(ops.predictions),
                "loss": ops.loss.name if ops.loss is not None else None,
                "metrics": sorted(ops.eval_metric_ops),
                "trained": ops.train_op is not None,
                "alternatives": {str(k): sorted(v[1]) for k, v in ops.output_alternatives.items()},
                "hooks": [type(hook).__name__.strip("_") for hook in ops.training_chief_hooks]
                if mode == "train"
                else None,
                "variables": [v.name for v in tf.global_variables()],
                "summaries": [t.name for t in tf.get_collection("summaries")],
            }
    return record


def partitions(folder):
    """What becomes of `num_loss_partitions`."""
    seen = []

    class Workers(run_config.RunConfig):
        num_worker_replicas = 4

    real = sdca_optimizer.SDCAOptimizer.get_train_step

    def get_train_step(self, *args, **kwargs):
        seen.append([self.num_loss_partitions, self.symmetric_l2_regularization])
        return real(self, *args, **kwargs)

    sdca_optimizer.SDCAOptimizer.get_train_step = get_train_step
    try:
        for count in (None, 0, 3):
            for made in (run_config.RunConfig(), Workers()):
                e = Regression("id", dense(), num_loss_partitions=count, config=made)
                with tf.Graph().as_default():
                    tf.train.create_global_step()
                    e._call_model_fn(features(), tf.constant(TARGETS), "train")
    finally:
        sdca_optimizer.SDCAOptimizer.get_train_step = real
    return {"seen": seen}


def bad(folder):
    """What is refused."""

    def fit(columns=None, labels=LABELS, changes=None, make=SVM, **kwargs):
        columns = dense() if columns is None else columns
        arguments = {"example_id_column": "id", "feature_columns": columns}
        arguments.update(kwargs)
        return make(**arguments).fit(input_fn=given(labels, **(changes or {})), steps=1) is None

    own = functools.partial(sdca_estimator._SDCAEstimator, "id", dense())
    unfit = SVM("id", dense(), model_dir=folder)
    fitted = SVM("id", dense(), model_dir=os.path.join(folder, "fitted"))
    fitted.fit(input_fn=given(), steps=1)
    table = debug  # Any module will do for a column that is none.
    return {
        "kernels": attempt(SVM, "id", dense(), kernels=[1]),
        "no_columns": attempt(fit, []),
        "none": attempt(lambda: SVM("id", None).fit(input_fn=given(), steps=1)),
        "one_column": attempt(fit, dense()[0]),
        "no_column": attempt(fit, [table]),
        "embedding": attempt(fit, [layers.embedding_column(keys(), 2)]),
        "tuple": attempt(fit, tuple(dense())),
        "flat_labels": attempt(fit, labels=LABELS[:, 0]),
        "wide_labels": attempt(fit, labels=np.concatenate([LABELS, LABELS], 1)),
        "classes": attempt(fit, labels=LABELS * 2),
        "no_labels": attempt(fit, labels=None),
        "no_ids": attempt(fit, example_id_column="zz"),
        "no_weights": attempt(fit, weight_column_name="zz"),
        "no_feature": attempt(fit, changes={"x": None}),
        "config": attempt(fit, config=3),
        "reserved": attempt(fit, [layers.real_valued_column("tf_virtual_bias_column")]),
        "unfit": attempt(lambda: list(unfit.predict_classes(input_fn=given(None)))),
        "unfit_proba": attempt(lambda: list(unfit.predict_proba(input_fn=given(None)))),
        "proba": attempt(lambda: list(fitted.predict_proba(input_fn=given(None)))),
        "arrays": attempt(
            lambda: fitted.predict_classes(input_fn=given(None), as_iterable=False).shape
        ),
        "logistic_columns": attempt(Logistic, "id", []),
        "regression_columns": attempt(Regression, "id", None),
        "no_head": attempt(own),
        "classes_head": attempt(own, head=head.multi_class_head(3)),
        "svm_head": attempt(lambda: own(head=head.binary_svm_head()) is None),
        "logistic_config": attempt(fit, make=Logistic, config=3),
        "regression_ids": attempt(fit, make=Regression, example_id_column="zz"),
    }


CLASSES = ("predict_classes", "predict_proba")

CASES = {
    "svm": InFolder(life, SVM, dense, methods=CLASSES, l2_regularization=1.0, export=True),
    "svm_sparse": InFolder(life, SVM, sparse, methods=CLASSES, l2_regularization=1.0),
    "svm_weighted": InFolder(life, SVM, weighted, l2_regularization=2.0, weight_column_name="w"),
    "svm_crossed": InFolder(life, SVM, crossed, l1_regularization=0.5, l2_regularization=1.0),
    "svm_plain": InFolder(life, SVM, dense),
    "svm_graph": InFolder(graph, SVM, weight_column_name="w"),
    "svm_bad": InFolder(bad),
    "sdca_logistic": InFolder(life, Logistic, dense, methods=CLASSES),
    "sdca_logistic_sparse": InFolder(life, Logistic, sparse, weight_column_name="w"),
    "sdca_logistic_graph": InFolder(graph, Logistic),
    "sdca_regression": InFolder(
        life, Regression, dense, TARGETS, methods=("predict_scores",), l2_regularization=2.0
    ),
    "sdca_regression_parts": InFolder(
        life, Regression, weighted, TARGETS, partitioner=tf.fixed_size_partitioner(2, axis=0)
    ),
    "sdca_linear": InFolder(life, linear_model, crossed),
    "sdca_linear_parts": InFolder(
        life, linear_model, sparse, partitioner=tf.fixed_size_partitioner(2, axis=0)
    ),
    "sdca_regression_graph": InFolder(graph, Regression),
    "sdca_partitions": InFolder(partitions),
}
