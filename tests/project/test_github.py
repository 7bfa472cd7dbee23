"""What the repository's host reads is valid, and runs commands that are there.

The tools that these tests need are those of `make lint`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml", reason="a tool of `make lint`")
pytest.importorskip("check_jsonschema", reason="a tool of `make lint`")

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def steps(workflow):
    """Yields the steps of all jobs, each with its job."""
    for job in read(workflow)["jobs"].values():
        for step in job.get("steps", ()):
            yield job, step


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.citation-file-format", [ROOT / "CITATION.cff"]),
    ],
)
def test_schema(schema, paths):
    """Each file is what its schema says."""
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_run_commands_of_the_makefile(workflow):
    """What a workflow runs, anybody can: a target of the Makefile, with variables that it has."""
    targets = set(re.search(r"\.PHONY: ((?:.*\\\n)*.*)", MAKEFILE)[1].replace("\\\n", "").split())
    commands = [step["run"] for _, step in steps(workflow) if "run" in step]
    assert commands or workflow.stem != "ci"
    for command in commands:
        make, target, *settings = command.split(" ", 2)
        assert (make, target in targets) == ("make", True), command
        for setting in " ".join(settings).split("=")[:1] if settings else []:
            assert re.search(rf"^{setting} =|\$\(if \$\({setting}\)", MAKEFILE, re.MULTILINE), (
                command
            )


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_few_rights_and_an_end(workflow):
    """A workflow may read only, unless a job says more; jobs end, and actions are pinned."""
    facts = read(workflow)
    assert facts["permissions"] == {"contents": "read"}
    for job in facts["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 120
    for _, step in steps(workflow):
        assert "run" in step or re.search(r"@(v\d+|release/v\d+|[0-9a-f]{40})$", step["uses"]), step


def test_lines_of_the_workflows_have_pins():
    """Each line is tested on a Python that it has pins for, and every line of the Makefile is."""
    lines = {}
    for workflow in WORKFLOWS:
        for job in read(workflow)["jobs"].values():
            for row in job.get("strategy", {}).get("matrix", {}).get("include", ()):
                lines[row["line"]] = row["python"]
    for line, python in lines.items():
        assert (ROOT / "requirements" / f"{line}-py{python}.txt").exists(), (line, python)
    assert set(re.search(r"^MATRIX = (.*)", MAKEFILE, re.MULTILINE)[1].split()) == set(lines)


def test_only_publishing_may_ask_for_an_identity():
    """Trusted publishing needs `id-token: write` in a job of its own, and no secret."""
    for workflow in WORKFLOWS:
        assert "secrets." not in workflow.read_text("utf-8")
        for name, job in read(workflow)["jobs"].items():
            writes = [key for key, value in job.get("permissions", {}).items() if value == "write"]
            assert writes == (
                ["id-token"] if (workflow.stem, name) == ("release", "publish") else []
            )
    jobs = read(GITHUB / "workflows" / "release.yml")["jobs"]
    assert jobs["publish"]["environment"] == "pypi"
    assert (jobs["build"]["needs"], jobs["publish"]["needs"]) == ("ci", "build")


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_forms_ask_for_doctor(form):
    """A form asks for what doctor says."""
    assert "doctor" in [part.get("id") for part in read(form)["body"]]


def test_citation_names_the_package():
    """CITATION.cff and setup.cfg name the same authors and license."""
    facts, setup = read(ROOT / "CITATION.cff"), (ROOT / "setup.cfg").read_text("utf-8")
    assert f"author = {facts['authors'][0]['name']}\n" in setup
    assert f"license = {facts['license']}\n" in setup
    assert f"description = {facts['abstract'].rstrip('.')}\n" in setup
