"""Installing the package beside the TensorFlow that is there, as pip resolves it.

No index is asked: pip sees the package's wheel, and wheels without content that state what those on
PyPI state.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What the package stands on, in any version that does.
PRESENT = {"absl-py": "2.1.0", "numpy": "1.26.4", "packaging": "24.0", "protobuf": "4.25.0"}
PRESENT["tf-slim"] = "1.1.0"
TF_KERAS = ["2.15.0", "2.16.0", "2.17.0", "2.18.0", "2.19.0", "2.20.1", "2.21.0"]


def run_pip(*arguments):
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    environment = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def write_metadata(folder, name, number, requires=()):
    """Makes the folder say that it has this distribution."""
    info = folder / f"{name.replace('-', '_')}-{number}.dist-info"
    info.mkdir()
    rows = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n"]
    rows += [f"Requires-Dist: {row}\n" for row in requires]
    (info / "METADATA").write_text("".join(rows))
    (info / "WHEEL").write_text("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    (info / "RECORD").write_text("")
    return info


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """A folder of wheels: the package's own, and every TensorFlow and tf-keras."""
    folder = tmp_path_factory.mktemp("index")
    source = tmp_path_factory.mktemp("source")
    for name in ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    package = "tf_spec_compat"
    (source / package).mkdir()
    shutil.copy(ROOT / package / "__init__.py", source / package)
    build = "from setuptools import build_meta; build_meta.build_wheel('.')"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    (wheel,) = source.glob("*.whl")
    shutil.move(wheel, folder)

    rows = [(name, number, []) for name, number in PRESENT.items()]
    rows += [("tensorflow-estimator", "2.15.0", [])]
    for minor in range(12, 23):
        rows += [(name, f"2.{minor}.0", []) for name in ("tensorflow", "tensorflow-cpu")]
    for number in TF_KERAS:
        minor = int(number.split(".")[1])
        bound = [f"tensorflow<2.{minor + 1},>=2.{minor}"] if minor > 15 else []
        rows.append(("tf-keras", number, bound))
    for name, number, requires in rows:
        info = write_metadata(tmp_path_factory.mktemp("wheel"), name, number, requires)
        target = f"{name.replace('-', '_')}-{number}-py3-none-any.whl"
        with zipfile.ZipFile(folder / target, "w") as archive:
            for path in info.iterdir():
                archive.write(path, f"{info.name}/{path.name}")
    return folder


def resolve(index, path, *wanted):
    """What `pip install` would put into the environment at `path`: name -> version."""
    python = path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    options = ["--dry-run", "--no-index", "--find-links", str(index)]
    done = run_pip("--python", str(python), "install", *options, *wanted)
    assert done.returncode == 0, done.stderr
    would = re.search(r"^Would install (.*)", done.stdout, re.MULTILINE)
    return dict(word.rsplit("-", 1) for word in would.group(1).split())


@pytest.fixture
def empty(tmp_path):
    """An environment without packages."""
    venv.create(tmp_path / "environment", with_pip=False)
    return tmp_path / "environment"


@pytest.mark.parametrize(
    ("name", "number"),
    [("tensorflow", "2.12.0"), ("tensorflow-cpu", "2.15.0"), ("tf-nightly", "2.22.0.dev20260101")],
)
def test_no_second_tensorflow(index, empty, name, number):
    """Beside any distribution of TensorFlow only the package itself is installed."""
    scheme = "nt" if os.name == "nt" else "posix_prefix"
    packages = Path(sysconfig.get_path("purelib", scheme, {"base": str(empty)}))
    estimator = "2.12.0" if number.startswith("2.12") else "2.15.0"
    for other, version in {**PRESENT, name: number, "tensorflow-estimator": estimator}.items():
        write_metadata(packages, other, version)
    assert set(resolve(index, empty, "tf-spec-compat")) == {"tf-spec-compat"}


def test_extras_install_a_tensorflow(index, empty):
    """`[tensorflow]` and `[cpu]` bring the newest TensorFlow of the range, a plain install none."""
    found = resolve(index, empty, "tf-spec-compat")
    assert set(found) == {"tf-spec-compat", "tensorflow-estimator", *PRESENT}
    assert resolve(index, empty, "tf-spec-compat[tensorflow]")["tensorflow"] == "2.22.0"
    found = resolve(index, empty, "tf-spec-compat[cpu]")
    assert found["tensorflow-cpu"] == "2.22.0"
    assert "tensorflow" not in found


@pytest.mark.parametrize("minor", range(12, 22))
def test_legacy_keras_can_be_had_on_every_line(index, empty, minor):
    """One line of requirements serves them all, if the TensorFlow is named beside it."""
    line = f"tensorflow==2.{minor}.*"
    found = resolve(index, empty, "tf-spec-compat[legacy-keras]", line)
    assert found["tensorflow"] == f"2.{minor}.0"
    assert found["tf-keras"].startswith(f"2.{max(minor, 15)}.")
