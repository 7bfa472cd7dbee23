"""A VocabularyProcessor of one's own, saved and restored by its own class and by its parent's."""

import os
import pickle
import tempfile

from chars import MyProcessor, chars
from tensorflow.contrib import learn

path = os.path.join(tempfile.mkdtemp(), "vocab")
p = MyProcessor(4)
print([x.tolist() for x in p.fit_transform(["ab ba", "c"])])
p.save(path)
print([x.tolist() for x in MyProcessor.restore(path).transform(["ab"])])
q = learn.preprocessing.VocabularyProcessor(4, tokenizer_fn=chars)
list(q.fit_transform(["ab"]))
q.save(path)
try:
    restored = learn.preprocessing.VocabularyProcessor.restore(path)
    print([x.tolist() for x in restored.transform(["ab"])])
except pickle.UnpicklingError as error:
    print(error)
