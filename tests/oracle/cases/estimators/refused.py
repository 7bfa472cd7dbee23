"""What estimators and what is around them refuse, beside what the other groups try: their words."""

import numpy as np

from tests.oracle.legacy import contrib, layers, learn, metric_spec, module, preprocessing, tf
from tests.oracle.legacy import estimator as core
from tests.oracle.legacy import learn_estimator as estimator
from tests.oracle.observe import InFolder, attempt

X = np.ones([2, 2], np.float32)
MSE = tf.metrics.mean_squared_error
signature = module("learn.python.learn.estimators.tensor_signature")


def model(features, labels, mode):
    """Sums, or a scalar for one feature."""
    w = tf.get_variable("w", [], initializer=tf.ones_initializer())
    sums = tf.reduce_sum(features * w, 1)
    loss = tf.reduce_mean(tf.square(sums - labels)) if mode != "infer" else None
    train_op = None
    if mode == "train":
        train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return {"p": sums, "whole": tf.reduce_sum(sums)} if mode == "infer" else sums, loss, train_op


def given():
    return tf.constant(X), tf.constant([1.0, 2.0])


def serving():
    x = tf.placeholder(tf.float32, [None, 2], name="inp")
    return core.export.ServingInputReceiver({"x": x}, x)


def trained(folder):
    """What a trained estimator refuses."""
    e = estimator.Estimator(model, model_dir=folder)
    spec = metric_spec.MetricSpec
    found = {
        "unfit predict": attempt(lambda: list(e.predict(x=X))),
        "unfit evaluate": attempt(e.evaluate, input_fn=given, steps=1),
        "unfit value": attempt(e.get_variable_value, "w"),
    }
    e.fit(input_fn=given, steps=1)
    for name, metrics in {
        "key": {("m", "p"): MSE},
        "no dict": MSE,
        "weight key": {"m": spec(MSE, weight_key="zz")},
        "label key": {"m": spec(MSE, label_key="zz")},
        "prediction key": {"m": spec(MSE, prediction_key="zz")},
        "no function": {"m": spec(3)},
        "no metric": {"m": 3},
    }.items():
        found["metrics: " + name] = attempt(e.evaluate, input_fn=given, steps=1, metrics=metrics)
    found["scalar"] = attempt(lambda: list(e.predict(x=X)))
    found["outputs"] = attempt(lambda: list(e.predict(x=X, outputs=["zz"])))
    found["value"] = attempt(e.get_variable_value, "zz")
    found["parameter"] = attempt(e.set_params, zz=1)
    found["deep parameter"] = attempt(e.set_params, zz__a=1)
    found["partial_fit"] = attempt(e.partial_fit)
    found["both x"] = attempt(e.evaluate, x=X, input_fn=given)
    return found


def arrays(folder):
    """What is no array of examples."""
    e = estimator.Estimator(model, model_dir=folder).fit(input_fn=given, steps=1)
    y = np.array([1.0, 2.0], np.float32)
    found = {}
    for name, x in {
        "number": 5,
        "float": 2.5,
        "string": "zz",
        "bytes": b"zz",
        "function": given,
        "object": object(),
        "scalar": np.float32(1),
        "no dict of arrays": {"x": 5},
        "empty dict": {},
        "tensor": tf.constant(X),
        "sparse": tf.SparseTensor([[0, 0]], [1.0], [2, 2]),
    }.items():
        found["fit x: " + name] = attempt(e.fit, x, y, steps=1)
        found["evaluate x: " + name] = attempt(e.evaluate, x, y)
        found["predict x: " + name] = attempt(lambda x=x: list(e.predict(x)) and None)
        if name != "empty dict":
            found["fit y: " + name] = attempt(e.fit, X, x, steps=1)
    nothing = np.zeros([0, 2], np.float32)
    found["evaluate nothing"] = attempt(e.evaluate, nothing, y[:0])
    found["evaluate nothing in batches"] = attempt(e.evaluate, nothing, y[:0], batch_size=2)
    found["predict nothing"] = attempt(lambda: list(e.predict(nothing)))
    for name, size in {"float": 2.5, "string": "zz", "list": [2], "zero": 0, "less": -1}.items():
        found["fit batch_size: " + name] = attempt(e.fit, X, y, steps=1, batch_size=size)
        found["predict batch_size: " + name] = attempt(
            lambda size=size: list(e.predict(X, batch_size=size))
        )
    return found


def linear(folder):
    """What a linear estimator refuses to export or to tell."""
    e = learn.LinearRegressor([layers.real_valued_column("x", 2)], model_dir=folder)
    return {
        "export": attempt(e.export_savedmodel, folder, None),
        "unfit weights": attempt(e.get_variable_names),
        "params": attempt(learn.LinearRegressor, []),
        "joint": attempt(learn.LinearClassifier, [layers.real_valued_column("x")], n_classes=1),
        "dnn": attempt(learn.DNNClassifier, [2], [layers.real_valued_column("x")], n_classes=1),
        "dnn nothing": attempt(learn.DNNLinearCombinedRegressor),
        "dnn no units": attempt(
            learn.DNNLinearCombinedRegressor, dnn_feature_columns=[layers.real_valued_column("x")]
        ),
    }


def predictor(folder):
    """What predictors refuse."""
    trained_core = core.Estimator(core_model, folder)
    trained_core.train(lambda: tf.data.Dataset.from_tensors(({"x": X}, [1.0, 2.0])), steps=1)
    made = contrib.predictor
    path = trained_core.export_saved_model(folder + "/export", serving)
    return {
        "key": attempt(made.from_saved_model, path, signature_def_key="zz"),
        "both": attempt(
            made.from_saved_model, path, signature_def_key="zz", signature_def=3, input_names={}
        ),
        "tags": attempt(made.from_saved_model, path, tags="zz"),
        "folder": attempt(made.from_saved_model, folder + "/none"),
        "input": attempt(made.from_saved_model(path), {"zz": X}),
        "output key": attempt(made.from_estimator, trained_core, serving, output_key="zz"),
    }


def core_model(features, labels, mode):
    predictions, loss, train_op = model(features["x"], labels, mode)
    p = predictions["p"] if mode == "infer" else predictions
    outputs = {"serving_default": core.export.PredictOutput({"p": p})}
    return core.EstimatorSpec(
        mode, {"p": p}, loss, train_op, export_outputs=outputs if mode == "infer" else None
    )


REFUSED = {
    "placeholder of unknown rank": lambda: signature.create_signatures(
        tf.placeholder(tf.float32)
    ).get_placeholder(),
    "reverse": lambda: preprocessing.CategoricalVocabulary().reverse(1),
    "ModelFnOps": lambda: learn.ModelFnOps("zz", predictions=tf.constant(1.0)),
    "ModelFnOps to train": lambda: learn.ModelFnOps("train", loss=tf.constant(1.0)),
    "run_config cores": lambda: learn.RunConfig(num_cores=1).replace(zz=1),
}


def cases():
    yield "arrays", InFolder(arrays)
    yield "trained", InFolder(trained)
    yield "linear", InFolder(linear)
    yield "predictor", InFolder(predictor)
    for name in sorted(REFUSED):
        yield name, REFUSED[name]
