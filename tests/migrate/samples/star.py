"""Names that a star import of TensorFlow itself brings."""

from tensorflow import *

net = contrib.slim.conv2d(1)  # expect: R101
net = layers.dense(net)  # expect: K302
place = placeholder(float32)  # expect: R103
saver = train.Saver()  # expect: R103
head = estimator.DNNClassifier(3)  # expect: K302 S812
same = constant(3)
own = made_here(same)


def dense(layers):
    return layers.dense(1)
