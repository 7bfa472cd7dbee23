"""TF_CONFIG that is set and empty."""

import os
import tempfile

from tensorflow.contrib import learn

os.environ["TF_CONFIG"] = ""
for f in (
    learn.RunConfig,
    lambda: learn.RunConfig(model_dir=tempfile.mkdtemp()),
    lambda: learn.Estimator(lambda features, labels, mode: None),
):
    print("ok", type(f()).__name__)
del os.environ["TF_CONFIG"]
