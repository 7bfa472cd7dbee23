"""JSON, SARIF, JUnit and the commands of a GitHub workflow."""

import json
import xml.etree.ElementTree as ElementTree

import pytest

from tests.migrate.report import sample
from tf_spec_compat.migrate import report
from tf_spec_compat.migrate.report.results import FileResult


def test_json():
    """JSON has every finding with all of its parts, those that run as they are too."""
    data = json.loads(sample.written("json"))
    assert (data["version"], data["target"], data["files"]) == (1, "2.21", 4)
    codes = [found["code"] for found in data["findings"]]
    assert codes == ["G501", "R101", "L703", "S801", "K301", "D201"]
    first = data["findings"][0]
    place = [first[key] for key in ("path", "line", "column", "end_line", "end_column")]
    assert place == ["trainer/model.py", 3, 5, 3, 20]
    assert (first["kind"], first["level"]) == ("gone", "error")
    assert first["package"] == "tf.contrib.tensorrt"
    assert data["findings"][5]["cell"] == 2
    assert data["unreadable"] == [{"path": "broken.py", "reason": "line 3: invalid syntax & more"}]
    counts = data["summary"]
    assert list(counts["kinds"]) == ["gone", "keras2", "library", "differs", "runs", "structure"]
    assert (counts["safe_fixes"], counts["unsafe_fixes"], counts["by_hand"]) == (2, 0, 2)
    assert (counts["failing"], counts["ignored"]) == (1, 2)


def test_github():
    """Commands have paths and messages escaped, and the level that the kind has."""
    lines = sample.written("github").splitlines()
    assert lines[0] == (
        "::error file=trainer/model.py,line=3,endLine=3,col=5,endColumn=19,"
        "title=tf-spec-compat G501::tensorflow.contrib.tensorrt.create is a G501"
        "%0AUse tf.experimental.tensorrt."
    )
    assert lines[2].startswith("::warning file=lib/a%2Cb%3A 100%25.py,line=2,")
    assert lines[3] == (
        "::warning file=nb.ipynb,title=tf-spec-compat D201::"
        "cell 2, line 1: tensorflow.contrib.learn.DNNClassifier is a D201"
    )
    assert lines[4] == "::error file=broken.py::line 3: invalid syntax & more"
    assert sum(line.startswith("::") for line in lines) == 5


def test_github_paths_begin_at_the_top_of_the_repository(tmp_path, monkeypatch):
    """An absolute path below the workspace is written as GitHub knows it."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    found = sample.one("tf.x", 1, 5, path=str(tmp_path / "a" / "b.py"))
    assert "::error file=a/b.py,line=12" in sample.written("github", found)


def test_github_places_of_several_lines_have_no_columns():
    """GitHub refuses columns where the lines differ."""
    found = sample.one("tf.x(", 1, 2, end_line=14)
    assert "::error file=trainer/model.py,line=12,endLine=14,title=" in sample.written(
        "github", found
    )


def test_sarif():
    """The log has the rules that it uses, regions in characters, and what could not be read."""
    log = json.loads(sample.written("sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D201", "G501", "K301", "L703"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert run["columnKind"] == "unicodeCodePoints"
    results = run["results"]
    assert [rules[found["ruleIndex"]]["id"] for found in results] == [
        found["ruleId"] for found in results
    ]
    assert [found["level"] for found in results] == ["error", "warning", "warning", "warning"]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["region"].pop("snippet") == {"text": "    trt.create('<&>')  # \x1b[31m"}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 20}
    assert results[2]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "lib/a%2Cb%3A%20100%25.py"
    }
    assert "region" not in results[3]["locations"][0]["physicalLocation"]
    assert all("baselineState" not in found for found in results)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "line 3: invalid syntax & more"


def test_sarif_fingerprints():
    """A place keeps its fingerprint when its line moves; two that look the same have two."""

    def fingerprints(line):
        found = [
            sample.Item(sample.finding("G501", "tensorflow.contrib.x", line + n), "tf.contrib.x")
            for n in range(2)
        ]
        log = json.loads(sample.written("sarif", [FileResult("a.py", tuple(found))]))
        return [found["partialFingerprints"] for found in log["runs"][0]["results"]]

    assert fingerprints(1) == fingerprints(30)
    assert fingerprints(1)[0] != fingerprints(1)[1]


def test_junit():
    """A case a finding, one that passes for a clean file, an error for an unreadable one."""
    root = ElementTree.fromstring(sample.written("junit"))
    assert root.get("name") == "tf-spec-compat check"
    assert [root.get(name) for name in ("tests", "failures", "errors")] == ["6", "1", "1"]
    suites = {suite.get("name"): suite for suite in root}
    assert [suite.get("tests") for suite in root] == ["2", "1", "1", "1", "1"]
    assert [suite.get("skipped") for suite in root] == ["1", "1", "1", "0", "0"]
    gone, old = suites["trainer/model.py"]
    assert gone.get("line") == "3"
    failure = gone.find("failure")
    assert failure.get("type") == "gone"
    assert failure.get("message") == "tensorflow.contrib.tensorrt.create is a G501"
    assert "trt.create('<&>')  # \ufffd[31m" in failure.text
    assert old.find("skipped").get("message") == "library: numpy.float is a L703"
    assert len(suites["clean.py"][0]) == 0
    assert suites["broken.py"][0].find("error").get("message") == "line 3: invalid syntax & more"


def test_known_findings():
    """What is in the baseline stays in JSON and SARIF, marked, and out of the other lists."""
    (file,) = sample.one("tf.x", 1, 5)
    (item,) = file.items
    known = [FileResult(file.path, (sample.Item(item.finding, item.text, known=True),))]

    def written(name):
        return sample.written(name, known, sample.summary(has_baseline=True))

    assert json.loads(written("json"))["findings"][0]["baseline"] is True
    (result,) = json.loads(written("sarif"))["runs"][0]["results"]
    assert result["baselineState"] == "unchanged"
    assert "::error" not in written("github")
    assert 'failures="0"' in written("junit")
    assert "G501" not in written("text")
    assert "1 finding in the baseline." in written("text")


def test_unknown_format():
    """A format that does not exist is refused with those that do."""
    with pytest.raises(ValueError, match="no format 'xml'; formats are text, json, github"):
        report.load("xml")
