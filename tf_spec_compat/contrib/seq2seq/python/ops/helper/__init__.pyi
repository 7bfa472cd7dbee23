# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq.helper import *
from tf_spec_compat.contrib.seq2seq.helper import bernoulli_sample as bernoulli_sample
from tf_spec_compat.contrib.seq2seq.helper import categorical_sample as categorical_sample

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
