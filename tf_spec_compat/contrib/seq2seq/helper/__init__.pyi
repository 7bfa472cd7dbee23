# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.function_helpers import CustomHelper as CustomHelper
from tf_spec_compat.seq2seq.function_helpers import InferenceHelper as InferenceHelper
from tf_spec_compat.seq2seq.helper import GreedyEmbeddingHelper as GreedyEmbeddingHelper
from tf_spec_compat.seq2seq.helper import Helper as Helper
from tf_spec_compat.seq2seq.helper import SampleEmbeddingHelper as SampleEmbeddingHelper
from tf_spec_compat.seq2seq.helper import TrainingHelper as TrainingHelper
from tf_spec_compat.seq2seq.sampling import bernoulli_sample as bernoulli_sample
from tf_spec_compat.seq2seq.sampling import categorical_sample as categorical_sample
from tf_spec_compat.seq2seq.scheduled_sampling import (
    ScheduledEmbeddingTrainingHelper as ScheduledEmbeddingTrainingHelper,
)
from tf_spec_compat.seq2seq.scheduled_sampling import (
    ScheduledOutputTrainingHelper as ScheduledOutputTrainingHelper,
)

__all__ = [
    "CustomHelper",
    "GreedyEmbeddingHelper",
    "Helper",
    "InferenceHelper",
    "SampleEmbeddingHelper",
    "ScheduledEmbeddingTrainingHelper",
    "ScheduledOutputTrainingHelper",
    "TrainingHelper",
]
