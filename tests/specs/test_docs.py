"""docs/three_specs.md says of each field and road what the code does."""

from pathlib import Path

import pytest

from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf1
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.head import binary_svm_head
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.specs import to_estimator_spec, to_model_fn_ops, to_tpu_estimator_spec

pytestmark = pytest.mark.usefixtures("graph")

PAGE = Path(__file__).parents[2] / "docs" / "three_specs.md"
KINDS = {
    "ModelFnOps": (ModelFnOps, to_model_fn_ops),
    "EstimatorSpec": (EstimatorSpec, to_estimator_spec),
    "TPUEstimatorSpec": (TPUEstimatorSpec, to_tpu_estimator_spec),
}


def table(title):
    """The table below a title: (row, column) -> what is in the cell."""
    section = PAGE.read_text().split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("|")
    ]
    header, _, *rows = rows
    assert all(len(row) == len(header) for row in rows)
    return {(row[0], column): cell for row in rows for column, cell in zip(header[1:], row[1:])}


FIELDS = {place: cell.strip("`") for place, cell in table("Field by field").items()}
ROADS = table("Road by road")


class Hook(tf1.train.SessionRunHook):
    pass


def source(kind, field):
    """A spec of a kind with one field filled, besides what every spec needs."""
    x = tf1.placeholder(tf1.float32, [None, 1])
    given = {"mode": "train", "predictions": {"x": x}, "loss": tf1.constant(1.0)}
    given["train_op"] = tf1.no_op()
    values = {
        "eval_metrics": (lambda x: {"x": tf1.metrics.mean(x)}, [x]),
        "output_alternatives": {"a": (ProblemType.UNSPECIFIED, {"x": x})},
        "export_outputs": {"a": estimator.export.PredictOutput({"x": x})},
        "scaffold": tf1.train.Scaffold(),
        "scaffold_fn": tf1.train.Scaffold,
        "host_call": (lambda x: [x], [x]),
    }
    if field.endswith("hooks"):
        given[field] = (Hook(),)
    elif field == "eval_metric_ops":
        head = binary_svm_head(head_name="a")
        given[field] = head.create_model_fn_ops({}, "eval", x, logits=x).eval_metric_ops
    elif field not in given:
        given[field] = values[field]
    return KINDS[kind][0](**given)


def plain(value):
    return list(value) if isinstance(value, (list, tuple)) else value


def outcome(start, end, field, what):
    """What becomes of a field on a road, in the page's words."""
    convert, given = KINDS[end][1], source(start, field)
    try:
        made = convert(given)
    except ValueError as error:
        made, said = None, str(error)
    if made is None:
        assert field in said
        assert convert(given, drop=(field,)).mode == "train"
        return "error"
    target = FIELDS[what, end]
    if what == "Host call":
        assert made.training_hooks
        return "becomes"
    assert getattr(made, target) is not None
    same = plain(getattr(made, target)) == plain(getattr(given, field))
    return "same" if same and target == field else "becomes"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_listed(kind):
    """The first table has the fields of each class, all of them and no others."""
    listed = [field for (_, column), field in FIELDS.items() if column == kind and field]
    assert sorted(listed) == sorted(KINDS[kind][0]._fields)


def test_every_road_is_listed():
    """The second table has a row for each of the first, and a column for each pair of specs."""
    assert {row for row, _ in ROADS} == {row for row, _ in FIELDS}
    roads = {f"{start} to {end}" for start in KINDS for end in KINDS if start != end}
    assert {column for _, column in ROADS} == roads


@pytest.mark.parametrize(("what", "road"), ROADS)
def test_the_road_leads_where_the_page_says(what, road):
    """The first word of each cell is what the conversion does; it is empty for want of a field."""
    start, end = road.split(" to ")
    field = FIELDS[what, start]
    said = ROADS[what, road].split(" ")[0].rstrip(",")
    assert said == (outcome(start, end, field, what) if field else "")
