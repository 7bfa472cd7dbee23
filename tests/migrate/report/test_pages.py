"""Markdown and HTML."""

import re
from html.parser import HTMLParser

from tests.migrate.report import sample
from tf_spec_compat.migrate.report.results import FileResult

VOID = {"meta", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """The text of a page, its tags and attributes; fails where tags do not match."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.text, self.rows = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        self.text.append(text)
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += text


def test_markdown():
    """Tables by kind and package come first, then the places file by file."""
    lines = sample.written("markdown").splitlines()
    assert lines[0] == "## What is left of TensorFlow 1"
    assert lines[2].endswith("**Failed: 1 finding of kind gone.**")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if "|" in line]
    assert rows[0][:3] == ["Kind", "uses", "files"]
    assert rows[0][3:] == ["safe fixer", "fixer to review", "by hand", "nothing to do"]
    assert rows[2][1:] == ["1", "1", "0", "0", "1", "0"]
    assert ["`tf.contrib.learn`", "2", "0", "0", "0", "1", "1"] in rows
    assert [r"`S801` model\_fn that returns ModelFnOps", "1"] in rows
    assert r"- line 5: `L703` numpy.float is a L703: Use float." in lines
    assert r"- cell 2, line 1: `D201` tensorflow.contrib.learn.DNNClassifier is a D201" in lines
    assert "<details><summary>lib/a,b: 100%.py: 1 finding</summary>" in lines
    assert "Not checked: broken.py: line 3: invalid syntax & more" in lines


def test_markdown_is_not_too_long_for_a_comment():
    """Of very many places the first are written, and how many more there are."""
    items = sample.one("tf.x", 1, 5)[0].items * 250
    text = sample.written("markdown", [FileResult("a.py", items), FileResult("b.py", items)])
    assert len(text) < 65536
    assert "300 more findings: `--output-format text` lists all." in text


def test_markdown_escapes():
    """What Markdown would take for its own is escaped."""
    found = sample.one("x", 1, 2, message="`a` <b> *c* [d](e) f_g|h")
    assert r"\`a\` \<b\> \*c\* \[d\](e) f\_g\|h" in sample.written("markdown", found)


def test_html():
    """The page has the figures, the tables and each place, and stands alone."""
    text = sample.written("html")
    page = Page(text)
    assert not re.search(r"<script|https?:|url\(|@import|\bsrc=|<link", text)
    policy = [tag.get("content") for _, tag in page.tags if "http-equiv" in tag]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert ["tf.contrib.learn", "2", "0", "0", "0", "1", "1"] in page.rows
    assert ["trainer/model.py", "3", "1", "0", "1", "0", "1"] in page.rows
    assert ["S801 model_fn that returns ModelFnOps", "1"] in page.rows
    assert ["R101 name of tf.contrib that runs as it is", "1"] in page.rows
    words = "".join(page.text)
    assert "    trt.create('<&>')  # \ufffd[31m\n    ^^^^^^^^^^^^^^^" in words
    assert "Changed by tf-spec-compat migrate --only ops --unsafe-fixes" in words
    assert "Not checked: broken.py: line 3: invalid syntax & more" in words
    assert "cell 2, line 1: D201 differs" in words
    for share in ("safe fixer: 40 %", "fixer to review: 0 %", "by hand: 40 %"):
        assert share in words


def test_html_links_lead_somewhere():
    """The files of the table lead to their places."""
    page = Page(sample.written("html"))
    targets = {attributes.get("id") for _, attributes in page.tags}
    links = [attributes["href"][1:] for tag, attributes in page.tags if tag == "a"]
    assert len(links) == 3
    assert set(links) <= targets


def test_html_of_a_hostile_tree():
    """Names, lines and messages cannot add tags to the page."""
    found = sample.one(
        "</pre><script>alert(1)</script>", 1, 9, path="<b>.py", message="<q>", advice="'\"><u>"
    )
    tags = {tag for tag, _ in Page(sample.written("html", found)).tags}
    assert not tags & {"script", "q", "u", "b.py"}
    assert "&lt;b&gt;.py" in sample.written("html", found)


def test_html_of_a_clean_tree():
    """A page on a tree without findings says that nothing is left."""
    words = "".join(Page(sample.written("html", [FileResult("a.py")])).text)
    assert "There is nothing left to report." in words
    assert "By kind" not in words


def test_work_depends_on_the_target():
    """A use that differs needs nothing where it runs, and a hand where contrib is left."""

    def done_by(target):
        counts = sample.summary(target)
        list(counts.counting(sample.files()))
        return {name: counts.done_by(name) for name in ("safe", "unsafe", "hand", "none")}

    assert done_by("2.21") == {"safe": 2, "unsafe": 0, "hand": 2, "none": 1}
    assert done_by("estimator") == {"safe": 2, "unsafe": 0, "hand": 3, "none": 0}
