"""Run one program under TensorFlow 1 and under this package, and compare all its model does.

Exit code: 0 nothing differs, 1 something does, 2 a side could not be run.
"""

from __future__ import annotations

import argparse
import json
import sys

from tf_spec_compat import testing

__all__ = ["add_arguments", "execute"]

_EPILOG = """\
example:
  tf-spec-compat verify --python /opt/py37/bin/python trainer/model.py:model_fn \\
      --input-fn train_input_fn --params '{"hidden": 16}' --output-format markdown -o proof.md
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `verify`."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "model",
        metavar="MODULE[:NAME]",
        help="a file or a module, and what its model_fn (or Estimator) is called there "
        "(default: model_fn)",
    )
    parser.add_argument(
        "--python", required=True, metavar="PYTHON", help="the Python that has TensorFlow 1.13-1.15"
    )
    parser.add_argument(
        "--new-python",
        default=sys.executable,
        metavar="PYTHON",
        help="the Python that has this package (default: this one)",
    )
    parser.add_argument(
        "--old-has-view",
        action="store_true",
        help="the old Python has TensorFlow 2 and this package: run the program there by `run`",
    )
    name = "NAME"
    parser.add_argument(
        "--input-fn",
        default="input_fn",
        metavar=name,
        help="what to train with (default: input_fn)",
    )
    parser.add_argument(
        "--eval-input-fn", metavar=name, help="what to evaluate with (default: --input-fn's)"
    )
    parser.add_argument(
        "--serving-input-fn", metavar=name, help="what to export with (default: parses tf.Examples)"
    )
    parser.add_argument("--params", metavar="JSON|NAME", help="params of the model_fn")
    parser.add_argument(
        "--factory", action="store_true", help="the model is a function that returns an Estimator"
    )
    parser.add_argument(
        "--estimator",
        choices=["auto", "contrib", "core"],
        default="auto",
        help="whose Estimator trains the model_fn; auto goes by what it returns (default)",
    )
    parser.add_argument("--default-key", metavar=name, help="the head served by default")
    parser.add_argument(
        "--steps", type=_positive, default=5, metavar="N", help="to train (default: 5)"
    )
    parser.add_argument(
        "--eval-steps", type=_positive, default=2, metavar="N", help="to evaluate (default: 2)"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the graph (default: 1)")
    parser.add_argument(
        "--rtol", type=float, default=1e-4, help="relative tolerance (default: 1e-4)"
    )
    parser.add_argument(
        "--atol", type=float, default=1e-6, help="absolute tolerance (default: 1e-6)"
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="KIND:NAME",
        help="not to be compared, with wildcards: 'summary:*'; may be repeated",
    )
    parser.add_argument(
        "--timeout", type=float, default=3600, help="seconds a Python may take (default: 3600)"
    )
    formats = ["text", "json", "markdown"]
    parser.add_argument("--output-format", choices=formats, default="text", help="default: text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the report to FILE")


def execute(options: argparse.Namespace) -> int:
    """Runs both sides, and writes the report."""
    try:
        report = testing.verify(
            options.python,
            _program(options),
            new_python=options.new_python,
            old_has_view=options.old_has_view,
            steps=options.steps,
            eval_steps=options.eval_steps,
            ignore=options.ignore,
            rtol=options.rtol,
            atol=options.atol,
            seed=options.seed,
            timeout=options.timeout,
        )
        if options.output_format == "json":
            text = json.dumps(report.to_dict(), indent=2) + "\n"
        elif options.output_format == "markdown":
            text = report.to_markdown()
        else:
            text = report.to_text() + "\n"
        if options.output:
            with open(options.output, "w", encoding="utf-8") as file:
                file.write(text)
        else:
            sys.stdout.write(text)
    except (testing.VerificationError, ValueError, OSError) as error:
        print(f"tf-spec-compat verify: {error}", file=sys.stderr)
        return 2
    return 0 if report.ok else 1


def _program(options: argparse.Namespace) -> testing.Program:
    module, colon, model = options.model.rpartition(":")
    if not colon or model.endswith(".py") or "/" in model or "\\" in model:
        module, model = options.model, "model_fn"
    params = options.params
    if params is not None and not params.replace(".", "").replace("_", "").isalnum():
        try:
            params = json.loads(params)
        except json.JSONDecodeError as error:
            raise ValueError(f"--params {params!r} is neither JSON nor a name: {error}.") from error
    return testing.Program(
        program=module,
        model=model,
        input_fn=options.input_fn,
        eval_input_fn=options.eval_input_fn,
        serving_input_fn=options.serving_input_fn,
        params=params,
        is_factory=options.factory,
        estimator=options.estimator,
        default_key=options.default_key,
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be one or more, got {text}")
    return number
