# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.deprecations import deprecated as deprecated
from tf_spec_compat.contrib.learn.preprocessing import (
    categorical_vocabulary as categorical_vocabulary,
)
from tf_spec_compat.inputs.data_feeder import (
    setup_processor_data_feeder as setup_processor_data_feeder,
)
from tf_spec_compat.inputs.preprocessing.categorical import (
    CategoricalProcessor as CategoricalProcessor,
)

__all__ = ["CategoricalProcessor", "categorical_vocabulary", "setup_processor_data_feeder"]
