"""Draws the pictures of the docs: python docs/pictures/draw.py [benchmarks/results/VERSION.json]

They are plain SVG, so that they need no script and no font of their own. Given results of
`python -m benchmarks native`, it draws the bars of native against Estimator as well.
"""

from __future__ import annotations

import collections
import html
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
STYLE = (
    "<style>text{font:14px sans-serif;fill:#222}.s{font-size:12px;fill:#555}"
    "rect{fill:#eef1fb;stroke:#3f51b5;rx:6}.u rect,rect.u{fill:#fff7e0;stroke:#c98a00}"
    "rect.t{fill:#e9f5ec;stroke:#2e7d4f}"
    "line,path{stroke:#3f51b5;stroke-width:1.6;fill:none;marker-end:url(#a)}</style>"
    '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
    'orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#3f51b5;stroke:none;marker-end:none"/>'
    "</marker></defs>"
)


def box(
    x: int, y: int, width: int, height: int, title: str, below: str = "", kind: str = ""
) -> str:
    """A box with a title and a smaller line."""
    middle = x + width / 2
    parts = [f'<rect x="{x}" y="{y}" width="{width}" height="{height}" class="{kind}"/>']
    top = y + height / 2 + (-3 if below else 5)
    parts.append(f'<text x="{middle}" y="{top}" text-anchor="middle">{html.escape(title)}</text>')
    if below:
        parts.append(
            f'<text x="{middle}" y="{top + 17}" text-anchor="middle" class="s">'
            f"{html.escape(below)}</text>"
        )
    return "".join(parts)


def arrow(x1: float, y1: float, x2: float, y2: float, text: str = "", dy: int = -6) -> str:
    """An arrow with words beside its middle."""
    label = ""
    if text:
        x, y = (x1 + x2) / 2, (y1 + y2) / 2 + dy
        label = f'<text x="{x}" y="{y}" text-anchor="middle" class="s">{html.escape(text)}</text>'
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>{label}'


def write(name: str, width: int, height: int, title: str, *parts: str) -> None:
    """Writes a picture."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'role="img"><title>{html.escape(title)}</title>{STYLE}{"".join(parts)}</svg>\n'
    )
    (HERE / f"{name}.svg").write_text(text, "utf-8")


def steps() -> None:
    """Run, trust, leave."""
    write(
        "steps",
        760,
        110,
        "Run the program as it is, trust its numbers, leave contrib piece by piece",
        box(10, 20, 200, 70, "Run", "tf-spec-compat run train.py"),
        arrow(210, 55, 280, 55),
        box(280, 20, 200, 70, "Trust", "verify, assert_same_model", "t"),
        arrow(480, 55, 550, 55),
        box(550, 20, 200, 70, "Leave", "check, migrate, native", "u"),
    )


def way() -> None:
    """From the input_fn to the saved model."""
    names = (
        ("input_fn", "features, labels", "u"),
        ("model_fn", "your net: logits", "u"),
        ("Head", "loss, metrics", ""),
        ("ModelFnOps", "contrib's spec", ""),
        ("EstimatorSpec", "TensorFlow's", "t"),
        ("Estimator", "trains, saves", "t"),
        ("SavedModel", "signatures", "t"),
    )
    parts = []
    for index, (name, below, kind) in enumerate(names):
        x = 10 + index * 142
        parts.append(box(x, 30, 112, 60, name, below, kind))
        if index:
            parts.append(arrow(x - 30, 60, x, 60))
    legend = "yellow: your program \u00b7 blue: this package \u00b7 green: TensorFlow's own objects"
    parts.append(f'<text x="10" y="118" class="s">{legend}</text>')
    write("way", 1000, 130, "Data's way through a program", *parts)


def specs() -> None:
    """The roads between the three specs."""
    write(
        "specs",
        760,
        330,
        "The roads between ModelFnOps, EstimatorSpec and TPUEstimatorSpec",
        box(280, 20, 200, 60, "ModelFnOps", "contrib.learn"),
        box(20, 220, 200, 60, "EstimatorSpec", "tf.estimator.Estimator", "t"),
        box(540, 220, 200, 60, "TPUEstimatorSpec", "TPUEstimator", "t"),
        arrow(290, 80, 110, 220),
        arrow(150, 220, 330, 80),
        arrow(470, 80, 650, 220),
        arrow(610, 220, 430, 80),
        arrow(220, 240, 540, 240, "to_tpu_estimator_spec"),
        arrow(540, 262, 220, 262, "to_estimator_spec", 16),
        '<text x="185" y="140" text-anchor="end" class="s">to_estimator_spec</text>',
        '<text x="262" y="185" class="s">to_model_fn_ops</text>',
        '<text x="580" y="140" class="s">to_tpu_estimator_spec</text>',
        '<text x="500" y="185" text-anchor="end" class="s">to_model_fn_ops</text>',
        '<text x="20" y="318" class="s">A field that has no place on a road is an error, '
        "unless drop= names it.</text>",
    )


def found() -> None:
    """What check found in the legacy examples, by what becomes of it."""
    command = ["-m", "tf_spec_compat", "check", "examples/legacy", "--target", "2.21"]
    result = subprocess.run(
        [sys.executable, *command, "--output-format", "json", "--exit-zero"],
        cwd=HERE.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(result.stdout)
    kinds = {"runs": "runs as it is", "structure": "what a migration is about"}
    kinds |= {"differs": "differs on purpose", "keras2": "needs Keras 2", "gone": "is gone"}
    counts = collections.Counter(finding["kind"] for finding in report["findings"])
    rows = [
        (words, counts[kind], "t" if kind == "runs" else "" if kind == "structure" else "u")
        for kind, words in kinds.items()
    ]
    parts = [f'<text x="10" y="22">Uses of TensorFlow 1 in {report["files"]} programs</text>']
    for index, (name, count, kind) in enumerate(rows):
        y = 40 + index * 34
        width = max(2, round(count))
        parts.append(f'<text x="190" y="{y + 16}" text-anchor="end" class="s">{name}</text>')
        parts.append(f'<rect x="200" y="{y}" width="{width}" height="22" class="{kind}"/>')
        parts.append(f'<text x="{208 + width}" y="{y + 16}" class="s">{count}</text>')
    write("found", 760, 220, "What check found in the legacy examples", *parts)


def native(path: pathlib.Path) -> None:
    """Bars of `native` against tf.estimator, from results of the benchmarks."""
    data = json.loads(path.read_text("utf-8"))
    rows = [r for r in data["rows"] if r["benchmark"] == "native" and r["unit"] == "/s"]
    bars = [("native.Model.fit", rows[0]["measured"], "t")]
    bars += [(row["name"].partition("; ")[2], row["against"], "") for row in rows]
    most = max(value for _, value, _ in bars)
    title = f"Steps per second, TensorFlow {data['tensorflow']}, {data['cpus']} CPU cores"
    parts = [f'<text x="10" y="22">{html.escape(title)}</text>']
    for index, (name, value, kind) in enumerate(bars):
        y = 40 + index * 34
        width = round(420 * value / most)
        parts.append(
            f'<text x="240" y="{y + 16}" text-anchor="end" class="s">{html.escape(name)}</text>'
        )
        parts.append(f'<rect x="250" y="{y}" width="{width}" height="22" class="{kind}"/>')
        parts.append(f'<text x="{258 + width}" y="{y + 16}" class="s">{value:.0f}</text>')
    write("native", 760, 50 + 34 * len(bars), title, *parts)


if __name__ == "__main__":
    steps()
    way()
    specs()
    found()
    if sys.argv[1:]:
        native(pathlib.Path(sys.argv[1]))
