"""What `check` finds is what the lines of the samples say."""

import collections
import re
from pathlib import Path

import pytest

from tf_spec_compat import names
from tf_spec_compat.migrate import contrib
from tf_spec_compat.migrate.classify import check_paths, check_source
from tf_spec_compat.migrate.rules import RULES
from tf_spec_compat.migrate.sources import Source
from tf_spec_compat.migrate.target import TARGETS
from tf_spec_compat.migrate.verdict import judge

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.py"))
LISTS = Path(__file__).parents[1]
LATER = TARGETS["2.21"]


@pytest.fixture(scope="module")
def results():
    """What came of each sample."""
    found = check_paths([str(SAMPLES)], LATER, jobs=1)
    return {Path(result.path).relative_to(SAMPLES).as_posix(): result for result in found}


def test_every_sample_is_checked(results):
    """The files of a folder are checked in the order of their names."""
    assert sorted(results) == FILES


@pytest.mark.parametrize("file", FILES)
def test_sample(file, results):
    """Each line has the codes that its comment expects, and no others."""
    if file == "old.py":
        pytest.importorskip("fissix")
    expected = {
        number: sorted(re.findall(r"\w+", line.partition("# expect: ")[2]))
        for number, line in enumerate((SAMPLES / file).read_text().splitlines(), 1)
        if "# expect: " in line
    }
    result = results[file]
    assert result.problem is None
    codes = collections.defaultdict(list)
    for finding in result.findings:
        codes[finding.line].append(finding.code)
    assert {line: sorted(found) for line, found in codes.items()} == expected


def test_samples_show_every_code():
    """No code is without a line that has it."""
    text = "".join((SAMPLES / file).read_text() for file in FILES)
    assert {code for code in RULES if not re.search(rf"# expect: .*\b{code}\b", text)} == set()


def test_place_of_the_name(results):
    """A finding is as long as the name that it is about, not as the attributes read of it."""
    text = (SAMPLES / "aliases.py").read_text().splitlines()
    (line,) = (one for one in results["aliases.py"].findings if one.line == len(text))
    assert text[-1][line.column - 1 : line.end_column - 1].endswith(".estimator.Estimator")
    assert line.name == "tensorflow.contrib.learn.Estimator"
    assert line.fixer == "contrib_paths"
    assert line.safe


def modules_of_contrib():
    return (LISTS / "contrib_modules.txt").read_text().split()


@pytest.mark.parametrize("target", TARGETS)
def test_every_name_of_contrib(target):
    """Each module and name of the tables has a code, and nothing that is carried is gone."""
    for path in modules_of_contrib():
        verdict = judge(path, TARGETS[target])
        assert verdict is not None, path
        assert verdict.code in RULES
        assert (verdict.code[0] == "G") == (not names.exists(path)), path
        assert verdict.code[0] == "G" or verdict.length == path.count(".") + 1
    for package in names.PACKAGES:
        table = names.table(package)
        for module in table.modules:
            for name in table.public(module):
                path = ".".join(filter(None, (names.LEGACY, package, module, name)))
                verdict = judge(path, TARGETS[target])
                assert verdict.code in RULES
                assert verdict.code[0] != "G", path
        for name in table.gone:
            verdict = judge(f"{names.LEGACY}.{package}.{name}.more", TARGETS[target])
            assert verdict.code == "G502", name
            assert table.gone[name] in verdict.advice
    for package, instead in names.REMOVED.items():
        verdict = judge(f"{names.LEGACY}.{package}.some.thing", TARGETS[target])
        assert verdict.code == "G501"
        assert instead in verdict.advice


def test_targets():
    """The same use is another finding for another target."""
    codes = {name: judge("tensorflow.layers.dense", target) for name, target in TARGETS.items()}
    assert {name: verdict.code for name, verdict in codes.items()} == {
        "2.15": "R103",
        "2.21": "K302",
        "estimator": "K302",
        "native": "K302",
    }
    ours = f"{names.OURS}.learn.Estimator"
    assert judge(ours, LATER) is None
    assert judge(ours, TARGETS["native"]).name == "tensorflow.contrib.learn.Estimator"
    assert judge("tensorflow.estimator.Estimator", TARGETS["2.15"]) is None


def test_leaving():
    """Where contrib is left, the advice is what has the place of a name."""
    leaving = TARGETS["estimator"]
    verdict = judge(f"{names.LEGACY}.learn.python.learn.ModeKeys", leaving)
    assert (verdict.code, verdict.advice) == ("R101", "use tf.estimator.ModeKeys.")
    by_hand = judge(f"{names.LEGACY}.learn.Experiment", leaving).advice
    assert by_hand.startswith("use tf.estimator.train_and_evaluate: ")
    assert judge(f"{names.LEGACY}.learn", leaving).advice == ""
    kept = judge(f"{names.LEGACY}.crf.crf_log_likelihood", leaving).advice
    assert kept == f"it has no successor; import it from {names.OURS}."


def test_views():
    """What is written with compat.v1 is the same name, in its own place."""
    verdict = judge("tensorflow.compat.v1.contrib.learn.Estimator.fit", LATER)
    assert (verdict.name, verdict.length) == ("tensorflow.contrib.learn.Estimator", 6)
    assert contrib.canonical("tensorflow.compat.v1") == "tensorflow"
    assert contrib.canonical("tensorflow.compat.v1x") == "tensorflow.compat.v1x"


def test_processes(tmp_path):
    """Several processes give what one gives, in the same order."""
    for number in range(90):
        text = f"import tensorflow as tf\ntf.contrib.learn.Estimator({number})\n"
        (tmp_path / f"m{number}.py").write_text(text)
    one = list(check_paths([str(tmp_path)], LATER, jobs=1))
    assert len(one) == 90
    assert list(check_paths([str(tmp_path)], LATER, jobs=2)) == one


def test_notebook_lines():
    """Lines are those of the cell, and commands of the shell that start Python are seen."""
    text = "import tensorflow as tf\npass\ntf.contrib.learn\npass\n"
    source = Source("a.ipynb", text, "utf-8", True, ((2, 1), (5, 3)), {4: "python train.py"})
    found = [(one.code, one.cell, one.line) for one in check_source(source, None, LATER)]
    assert found == [("R101", 5, 1), ("U602", 5, 2)]
