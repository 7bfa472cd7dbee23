"""Mistakes, each of which every checker reports."""

import tf_spec_compat
import tf_spec_compat.contrib.learn.nonsense  # error: import-not-found
import tf_spec_compat.contrib.learn.python.learn.estimators.nonsense  # error: import-not-found
from tf_spec_compat import EstimatorSpec, ModelFnOps, install, layers, learn, to_estimator_spec
from tf_spec_compat import nonsense  # error: attr-defined
from tf_spec_compat.contrib import ffmpeg  # error: attr-defined
from tf_spec_compat.contrib.layers import NoLayer  # error: attr-defined
from tf_spec_compat.contrib.learn import NoSuchName  # error: attr-defined
from tf_spec_compat.contrib.learn.python.learn import *
from tf_spec_compat.contrib.learn.python.learn import NoName  # error: attr-defined
from tf_spec_compat.contrib.learn.python.learn.estimators.head import Hat  # error: attr-defined
from tf_spec_compat.contrib.slim import no_slim  # error: attr-defined
from tf_spec_compat.specs import no_spec  # error: attr-defined

tf_spec_compat.nonsense  # error: attr-defined
layers.fully_conected  # error: attr-defined
learn.estimators.nonsense  # error: attr-defined
learn.python.learn.nonsense  # error: attr-defined
print(numpy_input_fn)  # error: name-defined  # hidden: not among what a star imports

install(tf1_view=3)  # error: arg-type
install(view=[])  # error: call-arg
learn.Estimator(model_fnn=1)  # error: call-arg
learn.DNNClassifier([1])  # error: call-arg
learn.ModelFnOps(loss=3)  # error: call-arg
learn.estimators.model_fn.ModelFnOps(mode=1)  # error: arg-type
layers.real_valued_column("x", dimention=2)  # error: call-arg
to_estimator_spec(1, default_head="head")  # error: call-arg
to_estimator_spec(1, 2)  # error: arg-type
ModelFnOps("train", loss=1).los  # error: attr-defined
EstimatorSpec(mode="train", los=1)  # error: call-arg
EstimatorSpec(3)  # error: arg-type
