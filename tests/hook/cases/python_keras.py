"""Models of Keras are built on TensorFlow's own modules as much as on tf.keras."""

import numpy as np
import tensorflow as tf
import tensorflow.python.keras.backend as same_backend
import tensorflow.python.keras.callbacks
import tensorflow.python.keras.layers.wrappers
from tensorflow.python import keras
from tensorflow.python.keras import backend, layers
from tensorflow.python.keras.engine.base_layer import Layer as BaseLayer
from tensorflow.python.keras.initializers import Ones, Zeros, glorot_normal
from tensorflow.python.keras.layers import LSTM, Dense, Input, Lambda, Layer, core
from tensorflow.python.keras.layers.normalization import BatchNormalization
from tensorflow.python.keras.layers.recurrent import GRU
from tensorflow.python.keras.losses import *  # noqa: F403
from tensorflow.python.keras.models import Model
from tensorflow.python.keras.optimizers import Adam
from tensorflow.python.keras.preprocessing.sequence import pad_sequences
from tensorflow.python.keras.regularizers import l2
from tensorflow.python.keras.utils import generic_utils, tf_utils

print([Layer is tf.keras.layers.Layer, BaseLayer is Layer, Model is tf.keras.Model])
print([keras.Model is Model, layers.Dense is Dense, core.Dense is Dense, GRU is layers.GRU])
print([BatchNormalization is layers.BatchNormalization, same_backend.dot is backend.dot])
path = tensorflow.python.keras
print([path.layers.Dense is Dense, path.layers.wrappers.Bidirectional is layers.Bidirectional])
print([path.Model is Model, callable(path.callbacks.History), path.models.Model is Model])
print(tensorflow is tf, tf.python.keras.Sequential is tf.keras.Sequential)
same = MeanSquaredError is tf.keras.losses.MeanSquaredError  # noqa: F405
print(same, callable(mean_squared_error))  # noqa: F405
print([issubclass(tf.layers.Dense, Layer), issubclass(tf.nn.rnn_cell.GRUCell, Layer)])
print(generic_utils.to_list(1), callable(tf_utils.smart_cond), backend.is_placeholder(Input((2,))))


class Weighted(Layer):
    def build(self, shape):
        self.w = self.add_weight("w", [2, 1], initializer=Ones())
        super().build(shape)

    def call(self, inputs):
        return backend.dot(inputs, self.w)


inputs = Input((3, 4))
outputs = LSTM(5, kernel_initializer=Zeros())(inputs)
outputs = tf.keras.layers.Dense(2, kernel_initializer=glorot_normal(1), kernel_regularizer=l2())(
    outputs
)
outputs = Lambda(lambda tensor: tensor + 2)(outputs)
model = Model(inputs, Weighted()(outputs))
print(model.predict(np.ones((2, 3, 4))).tolist(), model.count_params())
model.compile(Adam(0.1), "mse")
history = model.fit(np.ones((8, 3, 4)), np.ones((8, 1)), epochs=1, verbose=0).history["loss"]
print([round(float(loss), 4) for loss in history], pad_sequences([[1], [1, 2]]).tolist())

for how in (
    "from tensorflow.python.keras.layers import NoSuchLayer",
    "from tensorflow.python.keras.nothing import Layer",
    "import tensorflow.python.keras.nothing as nothing",
):
    try:
        exec(how)
    except ImportError as error:
        print(isinstance(error, ImportError), how.split()[1] in str(error))

ones = tf.keras.initializers.ones()
likely = tf.keras.Sequential([Dense(3, input_shape=(2,), kernel_initializer=ones), Dense(2)])
likely.layers[1].set_weights([np.array([[1, -1], [0, 0], [0, 0]]), np.zeros(2)])
inputs = np.array([[1, 2], [-1, -3], [7, 1]])
classes = likely.predict_classes(inputs, batch_size=2)
print(classes.dtype, classes.tolist(), likely.predict_proba(inputs).tolist())
single = tf.keras.Sequential([Dense(1, "sigmoid", input_shape=(2,), kernel_initializer=ones)])
classes = single.predict_classes(-inputs + 1)
print(classes.dtype, classes.tolist(), hasattr(single, "predict_classes"))
print(Dense(2).apply(tf.ones([4, 3])).shape.as_list(), hasattr(model, "predict_classes"))
