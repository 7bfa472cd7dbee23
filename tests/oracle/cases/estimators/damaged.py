"""What estimators say of a model_dir whose checkpoint was damaged, or is of another model."""

import glob
import os
import shutil
import tempfile

import numpy as np

from tests.oracle.legacy import learn, model_fn, tf
from tests.oracle.observe import attempt

X = np.array([[1.0, 2.0], [3.0, 4.0]], np.float32)
Y = np.array([1.0, 2.0], np.float32)


def model(width, name="w", dtype=tf.float32):
    """A model_fn with a variable of that width."""

    def build(features, labels, mode):
        ones = tf.ones_initializer()
        features = features["x"] if isinstance(features, dict) else features
        w = tf.cast(tf.get_variable(name, [width], dtype, initializer=ones), tf.float32)
        sums = tf.reduce_sum(features * w[:2], 1)
        loss = train_op = None
        if mode != "infer":
            loss = tf.reduce_mean(tf.square(sums - labels))
        if mode == "train":
            train_op = tf.assign_add(tf.train.get_global_step(), 1)
        return model_fn.ModelFnOps(mode, sums, loss, train_op)

    return build


def given():
    return tf.constant(X), tf.constant(Y)


def serving():
    x = tf.placeholder(tf.float32, [None, 2])
    return learn.utils.input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def _file(folder, pattern):
    name = pattern if pattern == "checkpoint" else "model.ckpt-2" + pattern
    return glob.glob(os.path.join(folder, name))[0]


def write(pattern, data):
    """Writes something else into a file of the checkpoint."""

    def damage(folder):
        with open(_file(folder, pattern), "wb") as file:
            file.write(data)

    return damage


def cut(pattern, share):
    """Leaves the first part of a file."""

    def damage(folder):
        path = _file(folder, pattern)
        with open(path, "rb+") as file:
            file.truncate(int(os.path.getsize(path) * share))

    return damage


def flip(pattern, share):
    """Turns a byte of a file around."""

    def damage(folder):
        path = _file(folder, pattern)
        with open(path, "rb+") as file:
            place = int(os.path.getsize(path) * share)
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ 255]))

    return damage


def remove(pattern):
    """Removes a file."""
    return lambda folder: os.remove(_file(folder, pattern))


def both(*damages):
    def damage(folder):
        for each in damages:
            each(folder)

    return damage


_GARBAGE = b"\x00\xffgarbage\n" * 20
DAMAGES = {
    "state empty": write("checkpoint", b""),
    "state garbage": write("checkpoint", b"garbage: { zz\n"),
    "state bytes": write("checkpoint", _GARBAGE),
    "state of nothing": write("checkpoint", b'model_checkpoint_path: "model.ckpt-77"\n'),
    "state of no text": write("checkpoint", b"model_checkpoint_path: 5\n"),
    "state cut": cut("checkpoint", 0.4),
    "state gone": remove("checkpoint"),
    "index empty": write(".index", b""),
    "index garbage": write(".index", _GARBAGE),
    "index cut": cut(".index", 0.5),
    "index flipped": flip(".index", 0.1),
    "index gone": remove(".index"),
    "data empty": write(".data*", b""),
    "data cut": cut(".data*", 0.5),
    "data flipped early": flip(".data*", 0.1),
    "data flipped late": flip(".data*", 0.9),
    "data gone": remove(".data*"),
    "meta gone": remove(".meta"),
    "meta garbage": write(".meta", _GARBAGE),
    "index and data gone": both(remove(".index"), remove(".data*")),
    "nothing": lambda folder: None,
}
OTHERS = {
    "another shape": model(3),
    "another name": model(2, "v"),
    "another dtype": model(2, dtype=tf.float64),
}
USES = {
    "fit steps": lambda e: e.fit(input_fn=given, steps=1) and None,
    "fit max_steps": lambda e: e.fit(input_fn=given, max_steps=4) and None,
    "fit max_steps reached": lambda e: e.fit(input_fn=given, max_steps=1) and None,
    "evaluate": lambda e: e.evaluate(input_fn=given, steps=1),
    "predict": lambda e: list(e.predict(x=X)),
    "names": lambda e: e.get_variable_names(),
    "value": lambda e: e.get_variable_value("global_step"),
    "export": lambda e: e.export_savedmodel(e.model_dir + "/e", serving) and None,
}


class Damaged(object):
    """A checkpoint that is damaged anew for each use of it."""

    def __init__(self, damage=None, other=None):
        self.damage, self.other = damage, other

    def facts(self):
        """Gives the use -> what came of it."""
        base = tempfile.mkdtemp()
        try:
            whole = os.path.join(base, "whole")
            learn.Estimator(model(2), model_dir=whole).fit(input_fn=given, steps=2)
            found = {}
            for use in USES:
                folder = os.path.join(base, use.replace(" ", "_"))
                shutil.copytree(whole, folder)
                write("checkpoint", b'model_checkpoint_path: "model.ckpt-2"\n')(folder)
                if self.damage:
                    self.damage(folder)
                found[use] = attempt(USES[use], learn.Estimator(self.other or model(2), folder))
            return {"uses": found}
        finally:
            shutil.rmtree(base)


def cases():
    for name in sorted(DAMAGES):
        yield name, Damaged(DAMAGES[name])
    for name in sorted(OTHERS):
        yield name, Damaged(other=OTHERS[name])
