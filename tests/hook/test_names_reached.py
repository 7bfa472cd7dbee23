"""What outside programs import from contrib is there, private names and arguments included."""

from pathlib import Path

import pytest

from tests.hook.conftest import facts_of

REACHED = Path(__file__).parents[1] / "facts" / "contrib_names_reached.json"

FACTS = """
import functools, importlib, inspect, json
from tf_spec_compat import install
install()
reached = json.load(open(sys.argv[1]))
missing = facts["missing"] = []

def find(path, name):
    try:
        return functools.reduce(getattr, name.split("."), importlib.import_module(path))
    except (ImportError, AttributeError) as error:
        missing.append(f"{path}.{name}: {error}")

for path, names in reached["modules"].items():
    for name, arguments in names.items():
        found = None if name == "*" else find(path, name)
        if not arguments or not callable(found):
            continue
        parameters = inspect.signature(found).parameters
        if not any(p.kind is p.VAR_KEYWORD for p in parameters.values()):
            missing += [f"{path}.{name}({a}=)" for a in arguments if a not in parameters]
for path in reached["private"]:
    find(*path.rsplit(".", 1))
facts["asked"] = sum(map(len, reached["modules"].values())) + len(reached["private"])
"""

ATTRIBUTES = """
from tf_spec_compat import install
with install():
    import tensorflow as tf
    from tensorflow.contrib.framework.python.ops.variables import get_global_step
    from tensorflow.contrib.tensorboard.plugins.projector import ProjectorConfig
    from tensorflow.contrib.training.python.training.hparam import HParams
    facts["same"] = [
        tf.contrib.framework.python.ops.variables.get_global_step is get_global_step,
        tf.contrib.training.HParams is HParams,
        tf.contrib.framework.nest.flatten([1, [2]]) == [1, 2],
        tf.contrib.tensorboard.plugins.projector.ProjectorConfig is ProjectorConfig,
        callable(tf.contrib.framework.arg_scope),
    ]
"""


@pytest.fixture(scope="module")
def facts():
    return facts_of(FACTS, str(REACHED))


def test_names_are_there(facts):
    """Every module, name and argument is found by its legacy path."""
    assert facts["asked"] > 200
    assert not facts["missing"], "\n".join(facts["missing"])


def test_attributes_lead_there_too():
    """What a legacy path imports is what attributes of `tf.contrib` lead to."""
    assert facts_of(ATTRIBUTES)["same"] == [True] * 5
