"""Python 2."""
import urllib2
import tensorflow as tf

print "loss", tf.contrib.learn.infer  # expect: L701, R101
try:
    tf.contrib.slim.conv2d  # expect: R101
except ValueError, error:
    print error
