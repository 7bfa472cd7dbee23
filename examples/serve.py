"""Asks an exported iris model for species, with plain TensorFlow 2 and nothing else.

    python examples/serve.py EXPORT_DIR

EXPORT_DIR is what `legacy/iris_head.py` got as `--export_dir`; the newest model in it is taken.
"""

import argparse
from pathlib import Path

import tensorflow as tf

MEASURES = ("sepal_length", "sepal_width", "petal_length", "petal_width")
# Three flowers that the model was not trained with.
FLOWERS = (
    ("setosa", (5.1, 3.5, 1.4, 0.2)),
    ("versicolor", (7.0, 3.2, 4.7, 1.4)),
    ("virginica", (6.3, 3.3, 6.0, 2.5)),
)


def newest_model(export_dir: Path) -> Path:
    models = [file.parent for file in export_dir.glob("*/saved_model.pb")]
    if not models:
        raise SystemExit(f"There is no exported model in {export_dir}.")
    return max(models, key=lambda model: int(model.name))


def serialized_example(measures: tuple[float, ...]) -> bytes:
    features = {
        name: tf.train.Feature(float_list=tf.train.FloatList(value=[value]))
        for name, value in zip(MEASURES, measures)
    }
    return tf.train.Example(features=tf.train.Features(feature=features)).SerializeToString()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export_dir", type=Path, metavar="EXPORT_DIR")
    path = newest_model(parser.parse_args().export_dir)
    # TF1 programs save reference variables; loading says of each that it cannot be trained further.
    tf.get_logger().setLevel("ERROR")

    model = tf.saved_model.load(str(path))
    classify = model.signatures["serving_default"]
    examples = [serialized_example(measures) for _, measures in FLOWERS]
    answer = classify(inputs=tf.constant(examples))
    best = answer["scores"].numpy().argmax(axis=1)

    print(f"TensorFlow {tf.__version__} loaded the model; its signatures are", end=" ")
    print(", ".join(sorted(model.signatures)))
    for row, (species, _) in enumerate(FLOWERS):
        said = answer["classes"][row, best[row]].numpy().decode()
        score = answer["scores"][row, best[row]]
        print(f"  {species:10}  classified as {said:10}  with score {score:.4f}")


if __name__ == "__main__":
    main()
