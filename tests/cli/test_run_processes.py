"""`tf-spec-compat run`: processes that a program starts with `multiprocessing` see TF1 too."""

import multiprocessing
import sys
import textwrap

import pytest

from tests.hook.conftest import ROOT, run_python

FILES = {
    "program.py": """\
        import concurrent.futures, multiprocessing, os, sys

        def look():
            import near, outside, marked
            import tensorflow as tf
            return [hasattr(tf, "placeholder"), hasattr(tf, "contrib"), tf.executing_eagerly(),
                    near.tf is marked.tf is tf, outside.tf is tf]

        def in_a_child(depth):
            context = multiprocessing.get_context(sys.argv[1])
            with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
                further = (in_a_child, depth - 1) if depth else (look,)
                return [os.getpid(), *pool.submit(*further).result()]

        if __name__ == "__main__":
            depth = int(sys.argv[2])
            answer = in_a_child(depth)
            print(len(set(answer[: depth + 1])), answer[depth + 1 :], "tensorflow" in sys.modules)
        """,
    "near.py": "import tensorflow as tf\n",
}
OTHERS = {"outside.py": "import tensorflow as tf\n", "marked.py": "import tensorflow as tf\n"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    folders = tmp_path_factory.mktemp("program"), tmp_path_factory.mktemp("o") / "site-packages"
    folders[1].mkdir()
    for folder, files in zip(folders, (FILES, OTHERS)):
        for name, source in files.items():
            (folder / name).write_text(textwrap.dedent(source), "utf-8")
    return folders


@pytest.mark.parametrize(
    ("target", "method", "depth"),
    [(["program.py"], "spawn", 1), (["--eager", "-m", "program"], "forkserver", 0)],
    ids=["spawn", "forkserver"],
)
def test_processes_of_a_program(folders, target, method, depth):
    """Spawned processes, and theirs, have the view of the same modules and the same behaviour."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} on {sys.platform}")
    folder, others = folders
    done = run_python(
        *("-m", "tf_spec_compat", "run", "--package", "marked", *target, method, depth),
        cwd=folder,
        paths=[ROOT, others],
    )
    seen = [True, True, "--eager" in target, True, False]
    assert done.stdout == f"{depth + 1} {seen} False\n", done.stderr
