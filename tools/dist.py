"""Builds the source distribution and the wheel, the same bytes wherever and whenever it is done.

python tools/dist.py [FOLDER]    into dist/; needs `build`, and what pyproject.toml asks for

Files have the time of the last commit, or SOURCE_DATE_EPOCH. The wheel is built from the source
distribution, so that whoever has that one can build it too.
"""

import argparse
import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def read_epoch(root: Path) -> int:
    """The time that all files get, in seconds."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit("dist: no commit to take the time from; set SOURCE_DATE_EPOCH.")
    return int(done.stdout)


def run_build(root: Path, kind: str, folder: Path, epoch: int) -> Path:
    """Builds one distribution, and returns its path."""
    command = [sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}dist: the build failed.")
    (path,) = folder.iterdir()
    return path


def normalise(path: Path, target: Path, epoch: int) -> None:
    """Writes a tar file anew: sorted, of nobody, of one time, with two kinds of rights."""
    with tarfile.open(path) as archive:
        members = sorted(archive.getmembers(), key=lambda member: member.name)
        plain = io.BytesIO()
        with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as written:
            for member in members:
                member.mtime, member.pax_headers = epoch, {}
                member.uid = member.gid = 0
                member.uname = member.gname = ""
                member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
                written.addfile(member, archive.extractfile(member) if member.isfile() else None)
    with open(target, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=epoch) as packed:
        packed.write(plain.getvalue())


def make(root: Path, folder: Path, epoch: int) -> list[Path]:
    """Builds both from the checkout or unpacked source at `root`; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o022)
    with tempfile.TemporaryDirectory() as work:
        scratch = Path(work)
        # A copy: setuptools leaves folders behind, and takes what older builds left there.
        ignored = shutil.ignore_patterns(
            ".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache"
        )
        shutil.copytree(root, scratch / "checkout", ignore=ignored)
        raw = run_build(scratch / "checkout", "--sdist", scratch / "sdist", epoch)
        source = folder / raw.name
        normalise(raw, source, epoch)
        with tarfile.open(source) as archive:
            archive.extractall(scratch / "source", filter="data")
        (unpacked,) = (scratch / "source").iterdir()
        wheel = run_build(unpacked, "--wheel", scratch / "wheel", epoch)
        shutil.copyfile(wheel, folder / wheel.name)
    return [source, folder / wheel.name]


def main() -> None:
    """Builds, and says what."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    for path in make(ROOT, options.folder, read_epoch(ROOT)):
        print(path)


if __name__ == "__main__":
    main()
