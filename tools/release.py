"""The checks of a release, and its tag.

python tools/release.py check [--publish]    what is built is complete, right, and built twice alike
python tools/release.py finish [--tag]       says what is left to do; with --tag, tags the commit

`make release` runs both, and between them the demo from the wheel alone.
"""

import argparse
import configparser
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import dist  # beside this file

ROOT = dist.ROOT
# What only a checkout has use for.
_CHECKOUT_ONLY = {".gitignore"}
_LINKS = ("Source", "Issues", "Documentation")


def run(*command: str) -> str:
    """What a command prints; if it fails, this ends with what it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}release: {' '.join(command)} failed.")
    return done.stdout


def read_version() -> str:
    """The version, from its one place."""
    text = (ROOT / "tf_spec_compat" / "__init__.py").read_text("utf-8")
    return re.findall(r'^__version__ = "(.+)"$', text, re.MULTILINE)[0]


def missing_links() -> list[str]:
    """The addresses that an index would show and setup.cfg does not have yet."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    rows = settings.get("metadata", "project_urls", fallback="")
    return [name for name in _LINKS if not re.search(rf"^{name} *= *https://", rows, re.MULTILINE)]


def left_out(source: Path) -> list[str]:
    """The tracked files that are not in the source distribution."""
    with tarfile.open(source) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    return sorted(set(run("git", "ls-files").splitlines()) - packed - _CHECKOUT_ONLY)


def problems_of(version: str, publish: bool) -> list[str]:
    """What stands in the way of releasing this checkout."""
    problems = []
    if changed := run("git", "status", "--porcelain"):
        problems.append(f"not committed:\n{changed}")
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    if not re.search(
        rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE
    ):
        problems.append(f"CHANGELOG.md has no '## [{version}] - YYYY-MM-DD'; `make changelog`")
    fragments = [path.name for path in (ROOT / "changelog.d").glob("*.*.md")]
    if fragments:
        problems.append(
            f"not in CHANGELOG.md yet: {', '.join(sorted(fragments))}; `make changelog`"
        )
    if publish and missing_links():
        problems.append(f"setup.cfg has no project_urls for {', '.join(missing_links())}")
    return problems


def check(publish: bool) -> None:
    """Builds into dist/, and ends with what is wrong."""
    version = read_version()
    problems = problems_of(version, publish)
    epoch = dist.read_epoch(ROOT)
    for path in (ROOT / "dist").glob("*"):
        path.unlink()
    built = dist.make(ROOT, ROOT / "dist", epoch)
    print(run(sys.executable, "-m", "twine", "check", "--strict", *map(str, built)), end="")
    if missing := left_out(built[0]):
        problems.append(f"not in {built[0].name}: {', '.join(missing)}; see MANIFEST.in")
    with tempfile.TemporaryDirectory() as work:
        # The second time from what the first one made, as whoever has that alone would.
        with tarfile.open(built[0]) as archive:
            archive.extractall(work, filter="data")
        (unpacked,) = Path(work).iterdir()
        for first, second in zip(built, dist.make(unpacked, Path(work) / "again", epoch)):
            if first.name != second.name or first.read_bytes() != second.read_bytes():
                problems.append(f"{first.name} is not the same when it is built again")
            else:
                print(f"{first.name}: built twice, the same bytes")
    if problems:
        raise SystemExit("\n".join(f"release: {problem}" for problem in problems))
    print(f"release: {version} can be released.")


def finish(tag: bool) -> None:
    """Tags the commit if that is wanted, and says what is left."""
    name = f"v{read_version()}"
    if tag:
        run("git", "tag", "--annotate", name, "--message", name)
        print(f"release: {name} is tagged; `git push origin {name}` starts publishing it.")
    else:
        print(f"release: a dry run; `make release TAG=yes` tags this commit {name}.")
    if links := missing_links():
        print(f"release: before it is published, setup.cfg wants project_urls: {', '.join(links)}.")


def main() -> None:
    """Runs a half."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    halves = parser.add_subparsers(dest="half", required=True)
    halves.add_parser("check").add_argument("--publish", action="store_true")
    halves.add_parser("finish").add_argument("--tag", action="store_true")
    options = parser.parse_args()
    if options.half == "check":
        check(options.publish)
    else:
        finish(options.tag)


if __name__ == "__main__":
    main()
