"""`contrib.image`: transforms, warps, colours."""

import numpy as np

from tests.oracle.legacy import module, tf
from tests.oracle.observe import run

image = module("image")
distort = module("image.python.ops.distort_image_ops")

PICTURE = (np.arange(60).reshape(1, 4, 5, 3) * 7 % 31).astype(np.float32)
TWO = np.concatenate([PICTURE, PICTURE[:, ::-1] / 2])
TURN = [0.9, 0.2, -0.5, -0.1, 1.1, 0.25, 0.01, -0.02]
OTHER = [1.0, 0.0, 2.0, 0.0, 2.0, 1.0, 0.0, 0.0]
FROM = np.array([[[1.0, 1.0], [3.0, 2.0], [0.0, 3.0]]], np.float32)
TO = np.array([[[2.0, 1.0], [3.0, 3.0], [0.5, 3.0]]], np.float32)
HUES = np.linspace(0, 1, 24).reshape(2, 4, 3).astype(np.float32)


def transforms():
    """What moves pixels as a whole."""
    picture, two = PICTURE, TWO
    for name, function in (
        ("transform", lambda: image.transform(picture, TURN)),
        ("transform bilinear", lambda: image.transform(picture, TURN, "BILINEAR")),
        ("transform each", lambda: image.transform(two, [TURN, OTHER])),
        ("transform one of rank 3", lambda: image.transform(picture[0], TURN)),
        ("transform one of rank 2", lambda: image.transform(picture[0, :, :, 0], TURN)),
        ("transform integers", lambda: image.transform(picture.astype(np.uint8), TURN)),
        ("transform size", lambda: image.transform(picture, TURN, output_shape=[2, 7])),
        ("rotate", lambda: image.rotate(two, 0.7)),
        ("rotate each", lambda: image.rotate(two, [0.7, -2.0], "BILINEAR")),
        ("translate", lambda: image.translate(two, [1, -2])),
        ("translate each", lambda: image.translate(two, [[1.5, 0], [0, 2]], "BILINEAR")),
        ("angles", lambda: image.angles_to_projective_transforms([0.3, 1.0], 4, 5)),
        ("angle", lambda: image.angles_to_projective_transforms(0.3, 4, 5)),
        ("translations", lambda: image.translations_to_projective_transforms([[1, 2], [3, 4]])),
        ("compose", lambda: image.compose_transforms(TURN, OTHER, TURN)),
        ("compose one", lambda: image.compose_transforms(OTHER)),
        ("matrices", lambda: image.flat_transforms_to_matrices([TURN, OTHER])),
        ("flat", lambda: image.matrices_to_flat_transforms(np.arange(1.0, 19).reshape(2, 3, 3))),
    ):
        yield name, lambda f=function: run(f())
    yield "transform gradient", _gradient
    yield "transform shape", lambda: image.transform(picture, TURN).shape.as_list()


def _gradient():
    pixels = tf.constant(PICTURE)
    moved = image.transform(pixels, TURN, "BILINEAR")
    return run(tf.gradients(tf.reduce_sum(moved * moved), pixels)[0])


def errors():
    """What is refused."""
    zeros = tf.zeros
    for name, function in (
        ("transform strings", lambda: image.transform(tf.constant([["a"]]), TURN)),
        ("transform rank 1", lambda: image.transform(zeros([3]), TURN)),
        ("transform unknown rank", lambda: image.transform(tf.placeholder(tf.float32), TURN)),
        ("transform by rank 3", lambda: image.transform(zeros([2, 2]), zeros([1, 1, 8]))),
        ("transform to rank 3", lambda: image.transform(zeros([2, 2]), TURN, "NEAREST", [1] * 3)),
        ("rotate rank 1", lambda: image.rotate(zeros([3]), 1.0)),
        ("rotate strings", lambda: image.rotate(tf.constant([["a"]]), 1.0)),
        ("translate by a number", lambda: image.translate(zeros([2, 2]), 1.0)),
        ("angles of rank 2", lambda: image.angles_to_projective_transforms([[1.0]], 2, 2)),
        ("compose nothing", image.compose_transforms),
        ("matrices of rank 3", lambda: image.flat_transforms_to_matrices(zeros([1, 1, 8]))),
        ("flat of rank 1", lambda: image.matrices_to_flat_transforms(zeros([9]))),
        ("hue", lambda: distort.random_hsv_in_yiq(HUES, -1)),
        ("saturation", lambda: distort.random_hsv_in_yiq(HUES, 0, 2, 1)),
        ("negative saturation", lambda: distort.random_hsv_in_yiq(HUES, 0, -2, 1)),
        ("value", lambda: distort.random_hsv_in_yiq(HUES, 0, 1, 1, 2, 1)),
        ("negative value", lambda: distort.random_hsv_in_yiq(HUES, 0, 1, 1, -2, 1)),
    ):
        yield name, function


def warps():
    """What moves each pixel."""
    flow = (np.arange(40).reshape(1, 4, 5, 2) % 7 - 3).astype(np.float32) / 2
    yield "dense", lambda: run(image.dense_image_warp(PICTURE, flow))
    for order in (1, 2, 3, 4):
        yield (
            "spline %d" % order,
            lambda o=order: run(image.interpolate_spline(FROM, FROM * 2 - TO, TO, o)),
        )
    yield "spline smooth", lambda: run(image.interpolate_spline(FROM, TO, TO, 2, 0.3))
    for boundary in (0, 1, 2, 3):
        yield (
            "sparse %d" % boundary,
            lambda b=boundary: run(
                image.sparse_image_warp(
                    tf.constant(PICTURE), tf.constant(FROM), tf.constant(TO), num_boundary_points=b
                )[0]
            ),
        )


def colours():
    """Hue, saturation and value."""
    for name, arguments in (("turn", (0.5, 2.0, 1.5)), ("grey", (0, 0, 1)), ("same", ())):
        yield name, lambda a=arguments: run(distort.adjust_hsv_in_yiq(tf.constant(HUES), *a))
    yield (
        "draws nothing",
        lambda: run(distort.random_hsv_in_yiq(tf.constant(HUES), 0, 0.5, 0.5, 2, 2)),
    )


def cases():
    """All of them."""
    for part in (transforms, errors, warps, colours):
        for name, case in part():
            yield name, case
