"""The demo prints under TensorFlow 2 what its program prints under TF 1.15.5.

`iris_head.txt` is what `python examples/legacy/iris_head.py` prints under TF 1.15.5.
"""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "examples" / "legacy" / "iris_head.py"
SERVE = ROOT / "examples" / "serve.py"
BESIDE = ROOT / "examples" / "beside.py"
RECORDED = Path(__file__).with_name("iris_head.txt")


def run(*arguments, cwd):
    """Runs Python with this checkout on its path, away from its folder."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The program's run, and the folder it exported to."""
    folder = tmp_path_factory.mktemp("demo")
    option = f"--export_dir={folder / 'exports'}"
    return run("-m", "tf_spec_compat", "run", PROGRAM, option, cwd=folder), folder


def words(text):
    """The words of a run's output: numbers as such, without what differs between runs."""
    text = re.sub(r"^TensorFlow .*|^Exported to .*", "", text, flags=re.MULTILINE)
    return [float(word) if re.fullmatch(r"[\d.]+", word) else word for word in text.split()]


def test_prints_what_tf1_prints(demo):
    """Losses, accuracies, predictions and signatures are those of TF 1.15.5."""
    expected = RECORDED.read_text()
    assert expected.startswith("TensorFlow 1.15.5\n")
    assert words(demo[0].stdout) == [
        pytest.approx(word, abs=5e-4) if isinstance(word, float) else word
        for word in words(expected)
    ]


def test_learns(demo):
    """The program is right on 95 flowers of 100."""
    output = demo[0].stdout
    assert output.startswith("TensorFlow 1.15.5\n")  # what the program is told
    accuracies = [float(a) for a in re.findall(r"accuracy/species +([\d.]+)", output)]
    assert len(accuracies) == 2
    assert min(accuracies) >= 0.95


def test_shows_both_sides(demo, tmp_path):
    """The demo's table has the two outputs side by side, and marks what differs."""
    printed = tmp_path / "printed"
    printed.write_text(demo[0].stdout)
    *table, _, count = run(BESIDE, RECORDED, printed, cwd=tmp_path).stdout.splitlines()
    marked = [line.split()[1] for line in table if line.startswith(">")]
    assert marked == ["Exported"]
    assert count.endswith("by more than roundings: 1")
    printed.write_text(demo[0].stdout.replace("29 of 30", "28 of 30"))
    assert ">   29 of 30" in run(BESIDE, RECORDED, printed, cwd=tmp_path).stdout


def test_is_not_drowned_in_warnings(demo):
    """TensorFlow logs no warnings, of deprecation or of anything else."""
    assert "WARNING:tensorflow" not in demo[0].stderr


def test_plain_tensorflow_serves_the_model(demo):
    """`tf.saved_model.load` gives signatures that classify serialized examples rightly."""
    served = run(SERVE, demo[1] / "exports", cwd=demo[1])
    header, *flowers = served.stdout.splitlines()
    assert header.endswith("its signatures are serving_default, species")
    answers = [re.findall(r"(\S+) +classified as (\S+) +with score ([\d.]+)", f) for f in flowers]
    assert [answer[0][:2] for answer in answers] == [
        (species, species) for species in ("setosa", "versicolor", "virginica")
    ]
    assert all(0.9 < float(answer[0][2]) <= 1 for answer in answers)
    assert "WARNING:tensorflow" not in served.stderr


def test_leaves_nothing_but_the_export(demo):
    """The folder the program ran in has the one exported model in it, and no checkpoints."""
    assert [path.name for path in demo[1].iterdir()] == ["exports"]
    (model,) = (demo[1] / "exports").iterdir()
    assert (model / "saved_model.pb").is_file()


def test_knows_nothing_of_this_package():
    """Neither the TF1 program nor the one that serves its model mentions this package."""
    assert "tf_spec_compat" not in PROGRAM.read_text()
    assert "tf_spec_compat" not in SERVE.read_text()


def test_serving_without_a_model(tmp_path):
    """Without a model the serving program says where it looked."""
    with pytest.raises(SystemExit, match=f"no exported model in {tmp_path}"):
        runpy.run_path(str(SERVE))["newest_model"](tmp_path)
