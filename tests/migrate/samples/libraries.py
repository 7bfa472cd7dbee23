"""What other libraries dropped."""
import collections
import imp  # expect: L702
import inspect

import numpy as np
import pandas as pd
from scipy.misc import imread, imresize  # expect: L705, L705
from sklearn.cross_validation import train_test_split  # expect: L706
from sklearn.externals import joblib  # expect: L706
from PIL import Image

try:
    import cPickle as pickle
except ImportError:
    import pickle
try:
    unicode
except NameError:
    unicode = str

isinstance(x, collections.Mapping)  # expect: L702
inspect.getargspec(f)  # expect: L702
np.float, np.float32, np.bool_  # expect: L703
np.load("a.npy")  # expect: L703
np.load("a.npy", allow_pickle=True)
np.array([1, 2]), np.array([[1], [2]])
np.array([[1], [2, 3]])  # expect: L703
np.array([[1], [2, 3]], dtype=object)
pd.read_csv(x, squeeze=True)  # expect: L704
pd.read_csv(x)
Image.ANTIALIAS, Image.BICUBIC  # expect: L707
imread(x)  # expect: L705
for key, value in d.iteritems():  # expect: L701
    xrange(3), range(3)  # expect: L701
unicode(x)
