"""Import hooks are tested in Pythons of their own."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run_python(*arguments, cwd=ROOT, paths=(), environment=None):
    """Runs Python with this checkout and `paths` importable, and bytecode caching on."""
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [ROOT, *paths]))}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    settings.pop("PYTEST_ADDOPTS", None)
    settings.update(environment or {})
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=settings,
        capture_output=True,
        text=True,
    )


def facts_of(code, *arguments, **options):
    """Runs `code`, which fills the dict `facts`, and returns the dict."""
    head = "import json, sys\nfacts = {}\n"
    tail = "\nprint('\\n' + json.dumps(facts))\n"
    done = run_python("-c", head + textwrap.dedent(code) + tail, *arguments, **options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """Returns a function that writes a folder of modules: `{relative path: source}`."""

    def write(files):
        folder = tmp_path_factory.mktemp("project")
        for name, source in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(source), "utf-8")
        return folder

    return write
