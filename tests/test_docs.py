"""The documentation says what the code says, and its snippets run."""

import ast
import json
import pathlib
import re
import subprocess
import sys

import pytest

from tests import pages

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Pages whose snippets have tests of their own, which look at more than that they run.
ELSEWHERE = {
    "docs/canned_estimators.md": "tests/estimators/canned/test_canned_page.py",
    "docs/estimators_kmeans_svm.md": "tests/estimators/canned/test_sdca.py",
    "docs/feature_columns.md": "tests/columns/test_page.py",
    "docs/rnn_estimators.md": "tests/estimators/recurrent/test_rnn_docs.py",
}
RUN = ("python", "console", "sh")


def has_code(page):
    """Whether a page has anything that can run."""
    text = (ROOT / page).read_text("utf-8")
    return any(snippet.language in RUN for snippet in pages.snippets(text))


def test_pages_made_from_data_are_current():
    """The pages of docs/ that are made from tables are what these make of them."""
    command = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("page", [p for p in pages.PAGES if has_code(p) and p not in ELSEWHERE])
def test_snippets_run(page, tmp_path):
    """What a page shows runs, in this order and in an empty folder, and prints what is below it."""
    command = [sys.executable, "-m", "tests.pages", page]
    result = subprocess.run(
        [sys.executable, "-c", RUN_IN.format(root=str(ROOT), page=page)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}{result.stderr[-2000:]}"


# The page's own folder is the current one, and the checkout is where modules come from.
RUN_IN = "import sys; sys.path.insert(0, {root!r}); from tests import pages; pages.main({page!r})"


@pytest.mark.parametrize("page", ELSEWHERE)
def test_pages_with_tests_of_their_own_have_them(page):
    """A page that is left out above is named by the test that reads it."""
    assert pathlib.Path(page).name.removesuffix(".md") in (ROOT / ELSEWHERE[page]).read_text(
        "utf-8"
    )


def test_readme_counts_what_there_is():
    """The numbers of programs and of recorded cases in the README are true."""
    readme = (ROOT / "README.md").read_text("utf-8")
    (programs,) = re.findall(r"(\d+) programs of TensorFlow 1", readme)
    assert int(programs) == len(list((ROOT / "examples" / "legacy").glob("*.py")))
    (cases,) = re.findall(r"more than ([\d,]+) recorded cases", readme)
    golden = (ROOT / "tests" / "oracle" / "golden").rglob("*.json")
    assert int(cases.replace(",", "")) < sum(len(json.loads(p.read_text())) for p in golden)


def templates():
    """Every string of the package, with `...` for what is put in when it is used."""
    for path in sorted((ROOT / "tf_spec_compat").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "..."
                    for part in node.values
                )
    for path in sorted((ROOT / "tf_spec_compat" / "names").rglob("*.txt")):
        yield from path.read_text("utf-8").splitlines()


def test_troubleshooting_shows_messages_that_there_are():
    """Each message in a heading of docs/troubleshooting.md is one that the sources give."""
    page = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
    sources = [" ".join(text.split()) for text in templates()]
    headings = re.findall(r"^### `(.*)`$", page, re.M)
    assert len(headings) > 20
    unknown = []
    for heading in headings:
        parts = [part for part in heading.split("...") if part.strip()]
        pattern = re.compile(".*".join(re.escape(" ".join(part.split())) for part in parts))
        unknown += [] if any(map(pattern.search, sources)) else [heading]
    assert not unknown
