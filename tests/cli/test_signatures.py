"""`tf-spec-compat signatures`: what it writes, and its exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from tf_spec_compat._tf import tf1
from tf_spec_compat.cli.main import main

TF1 = str(Path(__file__).parents[1] / "testing" / "saved_models" / "tf1")


def export(folder, factor, key="serving_default", size=None, name="x"):
    """Writes a model that multiplies two columns by (factor, 2 * factor)."""
    with tf1.Graph().as_default(), tf1.Session() as session:
        x = tf1.placeholder(tf1.float32, [size, 2], name="x")
        y = tf1.matmul(x, [[factor], [2 * factor]])
        signature = tf1.saved_model.predict_signature_def({name: x}, {"y": y})
        builder = tf1.saved_model.Builder(str(folder))
        builder.add_meta_graph_and_variables(session, ["serve"], {key: signature})
        builder.save()
    return str(folder)


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    return {
        "one": export(folder / "one", 1.0),
        "near": export(folder / "near", 1.0 + 1e-7, size=3),
        "far": export(folder / "far", 1.5),
        "renamed": export(folder / "renamed", 1.0, key="predict", name="features"),
    }


def run(capsys, *arguments):
    code = main(["signatures", *arguments])
    return code, capsys.readouterr()


def test_show(capsys):
    """TF 1.15.5's model is shown with methods, dtypes, shapes and assets, as text and as JSON."""
    code, output = run(capsys, "show", TF1)
    assert code == 0
    assert "tag set serve, TensorFlow 1.15.5" in output.out
    assert "  signature regress: tensorflow/serving/regress" in output.out
    assert "    input  x: float32 (-1, 2)  [x:0]" in output.out
    assert "  asset words.txt" in output.out
    code, output = run(capsys, "show", TF1, "--output-format", "json", "--tag-set", "serve")
    (graph,) = json.loads(output.out)["graphs"]
    assert graph["signatures"]["ids"]["outputs"]["id"]["shape"] == [None]


def test_diff(capsys, models):
    """The same and the compatible are 0, what clients would notice is 1."""
    assert run(capsys, "diff", models["one"], models["one"])[0] == 0
    code, output = run(capsys, "diff", models["one"], models["near"])
    assert code == 0
    assert "compatible  serve: serving_default: input x: shape (-1, 2) -> (3, 2)" in output.out
    code, output = run(capsys, "diff", models["near"], models["one"])
    assert code == 0
    assert output.out.startswith("warning")
    assert run(capsys, "diff", models["near"], models["one"], "--strict")[0] == 1
    code, output = run(capsys, "diff", models["one"], models["renamed"], "--output-format", "json")
    facts = json.loads(output.out)
    assert (code, facts["ok"], facts["error"]) == (1, False, 1)
    renames = ["--rename", "serving_default=predict", "--rename", "x=features"]
    assert run(capsys, "diff", models["one"], models["renamed"], *renames)[0] == 0


def test_answers(capsys, models, tmp_path):
    """`--run` feeds both, renamed inputs too, and compares what they answer within a tolerance."""
    file = tmp_path / "x.json"
    file.write_text('{"instances": [{"x": [1, 2]}, {"x": [3, 4]}, {"x": [5, 6]}]}')
    run_ = ["--run", str(file)]
    assert run(capsys, "diff", models["one"], models["near"], *run_)[0] == 0
    code, output = run(capsys, "diff", models["one"], models["far"], *run_)
    assert code == 1
    assert "served serving_default.y: legacy 17, new 25.5 at [2, 0], off by 8.5" in output.out
    assert run(capsys, "diff", models["one"], models["far"], *run_, "--rtol", "0.6")[0] == 0
    renames = ["--rename", "serving_default=predict", "--rename", "x=features"]
    assert run(capsys, "diff", models["one"], models["renamed"], *renames, *run_)[0] == 0


def test_answers_of_a_model_of_tensorflow_1(capsys, tmp_path):
    """It is loaded with its table and its asset, and fed with words and serialized examples."""
    copy = shutil.copytree(TF1, tmp_path / "copy")
    words = tmp_path / "words.json"
    words.write_text('{"inputs": {"word": ["two", "one"], "x": [[1.5, 2], [3, 4]]}}')
    code, output = run(
        capsys, "diff", TF1, str(copy), "--run", str(words), "--output-format", "json"
    )
    assert code == 0
    assert json.loads(output.out)["answers"]["compared"] == {"served": 3}
    (copy / "assets" / "words.txt").write_text("zero\ntwo\none\n")
    code, output = run(capsys, "diff", TF1, str(copy), "--run", str(words))
    assert code == 1
    assert "served ids.id: legacy 2, new 1 at [0]" in output.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "nowhere"], "There is no folder 'nowhere'"),
        (["show", TF1, "--tag-set", "gpu"], "no tag set 'gpu'"),
        (["diff", TF1, "nowhere"], "nowhere"),
        (["diff", TF1, TF1, "--rename", "a"], "not of the form a=b"),
        (["diff", TF1, TF1, "--rename", "a=b"], "'a'"),
        (["diff", TF1, TF1, "--run", "nowhere.json"], "nowhere.json"),
        (["diff", TF1, TF1, "--run", "file.csv"], "none of"),
    ],
)
def test_bad_input(capsys, arguments, message):
    """A line on stderr, exit code 2, nothing else."""
    code, output = run(capsys, *arguments)
    assert code == 2
    assert message in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""


def test_examples_that_fit_no_signature(capsys, models, tmp_path):
    """Nothing to compare is no agreement: it is an error that names what each takes."""
    file = tmp_path / "z.json"
    file.write_text('{"instances": [{"z": 1}]}')
    code, output = run(capsys, "diff", models["one"], models["far"], "--run", str(file))
    assert code == 2
    assert "which takes x; the examples have z" in output.err
    file.write_text('{"instances": [{"x": [1, 2, 3]}]}')
    code, output = run(capsys, "diff", models["one"], models["far"], "--run", str(file))
    assert code == 2
    assert "cannot answer serving_default" in output.err


def test_a_model_that_cannot_be_loaded(capsys, tmp_path):
    """Signatures can be read without variables; answers cannot be had, which is said."""
    copy = shutil.copytree(TF1, tmp_path / "copy")
    (copy / "variables" / "variables.data-00000-of-00001").unlink()
    assert run(capsys, "diff", TF1, str(copy))[0] == 0
    file = tmp_path / "x.json"
    file.write_text('{"instances": [{"x": [1.5, 2]}]}')
    code, output = run(capsys, "diff", TF1, str(copy), "--run", str(file))
    assert code == 2
    assert "cannot be loaded" in output.err
