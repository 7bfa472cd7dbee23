"""Files that are no programs and no notebooks are said to be none, whatever is in them."""

import json

import pytest

from tf_spec_compat.migrate import sources


@pytest.mark.parametrize(
    "notebook",
    [
        {"worksheets": [1]},
        {"worksheets": ["x"]},
        {"worksheets": [None]},
        {"worksheets": [{"cells": 1}]},
        {"worksheets": [{"cells": [1]}]},
        {"cells": 1},
        {"cells": [1]},
        {"cells": [{"cell_type": "code", "source": [1]}]},
        {"cells": [{"cell_type": "code", "source": {}}]},
        [],
        None,
    ],
)
def test_json_that_is_no_notebook(notebook):
    """It is unreadable, and the reason names the file."""
    with pytest.raises(sources.Unreadable, match=r"^a\.ipynb: is no notebook: "):
        sources.read_bytes(json.dumps(notebook).encode(), "a.ipynb")


def test_notebooks_of_both_formats():
    """The cells of all sheets are those of a notebook before version 4."""
    code = {"cell_type": "code", "source": ["a\n", "b"]}
    older = {"worksheets": [{"cells": [{"cell_type": "code", "input": "a\nb"}]}, {}]}
    for notebook in ({"cells": [code]}, older):
        source = sources.read_bytes(json.dumps(notebook).encode(), "a.ipynb")
        assert source.text == "a\nb\n"


@pytest.mark.parametrize("name", ["nosuch", "rot13", "hex"])
def test_an_encoding_that_is_none_of_text(name):
    """A codec that Python has, but not for text, is no encoding."""
    with pytest.raises(sources.Unreadable, match=f"encoding .*{name}"):
        sources.read_bytes(f"# coding: {name}\n".encode(), "a.py")
