"""Trains models in two replicas, on two CPUs of one process; prints figures as JSON.

`python replicas_program.py FOLDER` runs `tf_spec_compat.native` and, where there is TensorFlow 1.15
instead, its Estimator: `replicas_golden.json` is what that printed.
"""

import json
import os
import sys

import numpy as np
import tensorflow as tf

if tf.__version__.startswith("1."):
    estimator = tf.estimator
else:
    from tf_spec_compat import native
    from tf_spec_compat._tf import estimator
    from tf_spec_compat.contrib import learn
    from tf_spec_compat.errors import UnsupportedError
tf1 = tf.compat.v1
RANDOM = np.random.RandomState(1)
X = RANDOM.randn(32, 4).astype(np.float32)
Y = (X.sum(1, keepdims=True) + 0.1 * RANDOM.randn(32, 1)).astype(np.float32)
START = RANDOM.randn(4, 1).astype(np.float32)
FOLDER = sys.argv[1]
STEPS = 6


def model_fn(features, labels, mode, params):
    """A linear model; `params` say how losses are reduced, and whether inputs are normalized."""
    x = features["x"]
    if params.get("normalized"):
        x = tf1.layers.batch_normalization(x, training=mode == "train", momentum=0.5)
    weights = tf1.get_variable("weights", initializer=START)
    outputs = tf.matmul(x, weights)
    if mode == "infer":
        outputs = {"y": outputs}
        served = {"serving_default": estimator.export.PredictOutput(outputs)}
        return estimator.EstimatorSpec(mode, predictions=outputs, export_outputs=served)
    reduction = params.get("reduction", tf1.losses.Reduction.SUM_BY_NONZERO_WEIGHTS)
    loss = tf1.losses.mean_squared_error(labels, outputs, reduction=reduction)
    metrics = {"error": tf1.metrics.mean_absolute_error(labels, outputs)}
    with tf.control_dependencies(tf1.get_collection(tf1.GraphKeys.UPDATE_OPS)):
        optimizer = tf1.train.AdamOptimizer(0.05)
        train_op = optimizer.minimize(loss, tf1.train.get_or_create_global_step())
    return estimator.EstimatorSpec(mode, {}, loss, train_op, metrics)


def batches(size, count=None):
    """Batches again and again, or `count` of them."""
    data = tf.data.Dataset.from_tensor_slices(({"x": X}, Y)).batch(size).repeat()
    return data if count is None else data.take(count)


class Losses(tf1.train.SessionRunHook):
    """Keeps the loss that is reported of each step."""

    def __init__(self):
        self.losses = []

    def begin(self):
        (self.loss,) = tf1.get_collection(tf1.GraphKeys.LOSSES)[-1:]

    def before_run(self, run_context):
        return tf1.train.SessionRunArgs(self.loss)

    def after_run(self, run_context, run_values):
        self.losses.append(float(run_values.results))


CASES = {
    "mean": {},
    "sum": {"reduction": tf1.losses.Reduction.SUM},
    "normalized": {"normalized": True},
}


def in_checkpoint(folder):
    reader = tf1.train.NewCheckpointReader(tf1.train.latest_checkpoint(folder))
    names = reader.get_variable_to_shape_map()
    return {name: np.asarray(reader.get_tensor(name)).ravel().tolist() for name in sorted(names)}


def by_estimator(made_by, cases):
    """What an Estimator does under the strategy, in sessions."""
    strategy = tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"])
    sessions = tf1.ConfigProto(device_count={"CPU": 2})
    found = {}
    for name in cases:
        folder, hook = os.path.join(FOLDER, name), Losses()
        config = estimator.RunConfig(train_distribute=strategy, session_config=sessions)
        made = made_by(model_fn, folder, config, CASES[name])
        if hasattr(made, "fit"):
            made.fit(input_fn=lambda: batches(8), steps=STEPS, monitors=[hook])
        else:
            made.train(lambda: batches(8), steps=STEPS, hooks=[hook])
        found[name] = {
            "losses": hook.losses,
            "variables": in_checkpoint(folder),
            "evaluated": plain(made.evaluate(input_fn=lambda: batches(8, 4))),
        }
    return found


def natively(strategy):
    """The same by `tf_spec_compat.native`, and what only it does."""
    found = {}
    for name, params in CASES.items():
        folder, hook = os.path.join(FOLDER, name), Losses()
        config = estimator.RunConfig(train_distribute=strategy)
        made = native.Model(model_fn, params=params, config=config, model_dir=folder)
        made.fit(lambda: batches(8), steps=STEPS, hooks=[hook])
        fused = native.Model(model_fn, params=params, config=config).fit(batches(8), steps=STEPS)
        found[name] = {
            "losses": hook.losses,
            "variables": in_checkpoint(folder),
            "fused": variables_of(fused),
            "evaluated": plain(made.evaluate(batches(8, 4))),
        }
    try:
        learn.Estimator(model_fn, config=learn.RunConfig().replace(train_distribute=strategy))
    except UnsupportedError as error:
        found["refused"] = str(error)
    found["steps"] = steps(strategy)
    found["life"] = life(strategy)
    return found


def variables_of(model):
    return {each.name[:-2]: each.numpy().ravel().tolist() for each in model.variables}


def plain(values):
    return {key: float(value) for key, value in values.items()}


def steps(strategy):
    """Loops of one's own: a batch is split, or the strategy's Dataset gives each its own."""
    alone = native.Model(model_fn, params={}).fit(batches(16), steps=STEPS)
    with strategy.scope():
        split, given = [native.Model(model_fn, params={}) for _ in range(2)]
    for features, labels in batches(16, STEPS):
        split.train_step(features, labels)

    @tf.function
    def train(dataset):
        for features, labels in dataset:
            given.train_step(features, labels)

    train(strategy.experimental_distribute_dataset(batches(16, STEPS)))
    return [variables_of(each) for each in (alone, split, given)]


def life(strategy):
    """One device, then two, then one, from each other's checkpoints; what is left of the input."""
    folder = os.path.join(FOLDER, "life")
    several = estimator.RunConfig(train_distribute=strategy)

    def model(config=None):
        return native.Model(model_fn, params={}, config=config, model_dir=folder)

    model().fit(batches(16), steps=2)
    two = model(several)
    before = two.evaluate(batches(8, 4))  # reads what is trained in two replicas afterwards
    two.fit(batches(16).skip(2).unbatch().batch(8), steps=2)
    model().fit(batches(16), steps=2)
    path = model(several).export(os.path.join(FOLDER, "export"), {"x": X[:1]})
    served = tf.saved_model.load(path).signatures["serving_default"](x=tf.constant(X))
    found = {"trained": in_checkpoint(folder), "before": plain(before)}
    found["served"] = [value.numpy().ravel().tolist() for value in served.values()]
    predicted = model(several).predict(batches(8, 4))
    found["predicted"] = [float(each["y"][0]) for each in predicted]
    odd = native.Model(model_fn, params={}, config=several).fit(batches(8, 5))
    found["odd"] = odd.global_step
    with strategy.scope():
        inner = native.Model(model_fn, params={})
    inner.as_keras().fit({"x": X}, Y, 16, epochs=STEPS // 2, shuffle=False, verbose=0)
    found["keras"] = variables_of(inner)
    return found


def as_worker():
    """One of the workers of `TF_CONFIG`: each reads its part, and the first writes."""
    strategy = tf.distribute.MultiWorkerMirroredStrategy()

    def part(input_context):
        assert input_context.num_replicas_in_sync == 2
        pipelines = input_context.num_input_pipelines
        return batches(8).shard(pipelines, input_context.input_pipeline_id)

    def rest(input_context):
        return part(input_context).skip(STEPS - 1)

    found = {}
    with strategy.scope():
        for name, params in CASES.items():
            folder = os.path.join(FOLDER, name)
            config = estimator.RunConfig(train_distribute=strategy, save_checkpoints_steps=4)
            made = native.Model(model_fn, params=params, config=config, model_dir=folder)
            made.fit(part, steps=STEPS - 1)
            # Another process would go on so.
            hook = Losses()
            again = native.Model(model_fn, params=params, config=config, model_dir=folder)
            again.fit(rest, max_steps=STEPS, hooks=[hook])
            found[name] = {
                "losses": hook.losses,
                "variables": in_checkpoint(folder),
                "fused": variables_of(again),
                "evaluated": plain(again.evaluate(batches(8, 4))),
                "checkpoints": tf1.train.get_checkpoint_state(folder).all_model_checkpoint_paths[:],
            }
            again.train_step(*next(iter(part(tf.distribute.InputContext(2, 0, 2)))))
            found[name]["saved"] = os.path.basename(again.save())
    sys.stdout.write(json.dumps(found))


def main():
    """Prints the figures."""
    if "TF_CONFIG" in os.environ:
        as_worker()
        return
    if tf.__version__.startswith("1."):
        sys.stdout.write(json.dumps(by_estimator(tf.estimator.Estimator, CASES), indent=1))
        return
    (cpu,) = tf.config.list_physical_devices("CPU")
    two = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, two)
    if "SESSIONS" in os.environ:
        tf1.disable_eager_execution()
        sys.stdout.write(json.dumps(by_estimator(learn.Estimator, ["sum"])))
        return
    sys.stdout.write(json.dumps(natively(tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"]))))


if __name__ == "__main__":
    main()
