"""What reads text or files in this package, for `tests/campaigns/fuzz.py`.

A reader has right `samples`, `words` of which inputs are made up, the exceptions that are
`documented`, and reads bytes: `read` gives the name of what came of it.
"""

from tests.campaigns.data_readers import Archive, Csv, CsvWithHeader, Idx
from tests.campaigns.program_readers import Notebooks, Programs
from tests.campaigns.tensorflow_readers import (
    CheckpointIndex,
    CheckpointState,
    RecordFeatures,
    SavedModelFile,
    SavedModelText,
    TFRecords,
    Vocabulary,
)
from tests.campaigns.text_readers import HParamsJson, HParamsText, Pickles, TFConfig

KINDS = {
    "pickles": Pickles,
    "hparams": HParamsText,
    "hparams_json": HParamsJson,
    "tf_config": TFConfig,
    "csv": Csv,
    "csv_with_header": CsvWithHeader,
    "idx": Idx,
    "archives": Archive,
    "tfrecords": TFRecords,
    "record_features": RecordFeatures,
    "vocabularies": Vocabulary,
    "checkpoint_states": CheckpointState,
    "checkpoint_indices": CheckpointIndex,
    "saved_models": SavedModelFile,
    "saved_models_text": SavedModelText,
    "programs": Programs,
    "notebooks": Notebooks,
}
