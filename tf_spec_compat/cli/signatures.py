"""Show what a SavedModel offers, or what changes for clients when another takes its place.

Neither model's graph is loaded, unless --run asks for answers.
Exit code: 0 the same or compatible, 1 clients are refused or answered differently, 2 bad input.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from typing import Any

from tf_spec_compat import testing

__all__ = ["add_arguments", "execute"]

_EPILOG = """\
examples:
  tf-spec-compat signatures show export
  tf-spec-compat signatures diff served/export new/export --run requests.jsonl
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `signatures`."""
    parser.epilog = _EPILOG
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="show|diff")
    show = verbs.add_parser("show", help="what a SavedModel offers")
    diff = verbs.add_parser("diff", help="what changes when B takes the place of A")
    folder = "folder of a SavedModel, or of exports: the newest"
    show.add_argument("model", help=folder)
    diff.add_argument("old", metavar="A", help=f"what is served today: {folder}")
    diff.add_argument("new", metavar="B", help="what is to take its place")
    diff.add_argument(
        "--rename",
        action="append",
        default=[],
        metavar="a=b",
        help="a signature, input or output a of A is b in B; may be repeated",
    )
    diff.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    diff.add_argument(
        "--run",
        metavar="FILE",
        help="feed both with these examples and compare the answers: .json, .jsonl, .npz or "
        ".tfrecord; this runs the models, so do it to those you trust",
    )
    relative, absolute = "relative tolerance of --run", "absolute tolerance of --run"
    diff.add_argument("--rtol", type=float, default=1e-5, help=f"{relative} (default: 1e-5)")
    diff.add_argument("--atol", type=float, default=1e-6, help=f"{absolute} (default: 1e-6)")
    for verb in (show, diff):
        verb.add_argument("--tag-set", metavar="TAGS", help="this one alone, such as serve,gpu")
        verb.add_argument(
            "--output-format", choices=["text", "json"], default="text", help="default: text"
        )


def execute(options: argparse.Namespace) -> int:
    """Shows or compares, and returns the exit code."""
    try:
        return _show(options) if options.verb == "show" else _diff(options)
    except (ValueError, OSError) as error:
        print(f"tf-spec-compat signatures: {error}", file=sys.stderr)
        return 2


def _tags(options: argparse.Namespace) -> tuple[str, ...] | None:
    if options.tag_set is None:
        return None
    return tuple(sorted(tag for tag in options.tag_set.split(",") if tag))


def _show(options: argparse.Namespace) -> int:
    model, tags = testing.read_saved_model(options.model), _tags(options)
    graphs = [*model.graphs.values()] if tags is None else [model.graph(tags)]
    if options.output_format == "json":
        listed = [dataclasses.asdict(graph) for graph in graphs]
        print(json.dumps({"path": model.path, "file": model.file, "graphs": listed}, indent=2))
        return 0
    print(model.file)
    for graph in graphs:
        version = f", TensorFlow {graph.tensorflow}" if graph.tensorflow else ""
        print(f"tag set {_shown(','.join(graph.tags)) or '(empty)'}{version}")
        for key, signature in graph.signatures.items():
            print(f"  signature {_shown(key)}: {_shown(signature.method) or 'no method'}")
            parts = [("input", signature.inputs), ("output", signature.outputs)]
            for kind, tensors in parts:
                for name, facts in tensors.items():
                    sparse = "" if facts.encoding == "dense" else f" {facts.encoding}"
                    what = f"{facts.dtype} {facts.shape_text}{sparse}"
                    print(f"    {kind:<6} {_shown(name)}: {what}  [{_shown(facts.tensor)}]")
        for name in graph.assets:
            print(f"  asset {_shown(name)}")
    return 0


def _shown(text: str) -> str:
    """Returns text of a model's without what would steer a terminal."""
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def _diff(options: argparse.Namespace) -> int:
    rename = {}
    for pair in options.rename:
        old, equals, new = pair.partition("=")
        if not (old and equals and new):
            raise ValueError(f"--rename {pair!r} is not of the form a=b.")
        rename[old] = new
    old, new = testing.read_saved_model(options.old), testing.read_saved_model(options.new)
    tags = _tags(options)
    changes = testing.diff_signatures(old, new, rename=rename, tags=tags)
    report = None
    if options.run:
        comparison = testing.Comparison(old.path, new.path, options.rtol, options.atol)
        examples = testing.read_examples(options.run)
        testing.compare_answers(comparison, old, new, examples, rename=rename, tags=tags)
        report = comparison.report
        if not report.compared:
            raise ValueError(f"no answers to compare: {'; '.join(report.not_compared)}.")
    counts = dict.fromkeys(("error", "warning", "compatible"), 0)
    for change in changes:
        counts[change.level] += 1
    fails = counts["error"] or (options.strict and counts["warning"])
    fails = fails or (report is not None and not report.ok)
    if options.output_format == "json":
        facts: dict[str, Any] = {"ok": not fails, "old": old.path, "new": new.path, **counts}
        facts["changes"] = [dataclasses.asdict(change) for change in changes]
        facts["answers"] = None if report is None else report.to_dict()
        print(json.dumps(facts, indent=2))
    else:
        for change in changes:
            print(_shown(str(change)))
        words = [f"{count} {level}" for level, count in counts.items() if count]
        print(f"{', '.join(words) or 'no change'} from {old.path} to {new.path}")
        if report is not None:
            print(report.to_text())
    return 1 if fails else 0
