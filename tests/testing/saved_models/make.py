"""Makes the SavedModel `tf1` beside this file; run by a Python 3.7 with TensorFlow 1.15.5.

Usage: python tests/testing/saved_models/make.py
"""

import os
import shutil
import tempfile

import tensorflow as tf

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    folder = os.path.join(HERE, "tf1")
    shutil.rmtree(folder, ignore_errors=True)
    words = os.path.join(tempfile.mkdtemp(), "words.txt")
    with open(words, "w") as file:
        file.write("zero\none\ntwo\n")
    with tf.Graph().as_default(), tf.Session() as session:
        weights = tf.get_variable("weights", initializer=[[1.0], [2.0]])
        x = tf.placeholder(tf.float32, [None, 2], name="x")
        examples = tf.placeholder(tf.string, [None], name="examples")
        parsed = tf.parse_example(examples, {"x": tf.FixedLenFeature([2], tf.float32)})
        scores = tf.matmul(parsed["x"], weights)
        word = tf.placeholder(tf.string, [None], name="word")
        table = tf.contrib.lookup.index_table_from_file(words)
        asset = tf.get_collection(tf.GraphKeys.ASSET_FILEPATHS)
        session.run([tf.global_variables_initializer(), tf.tables_initializer()])
        util = tf.saved_model.signature_def_utils
        builder = tf.saved_model.builder.SavedModelBuilder(folder)
        builder.add_meta_graph_and_variables(
            session,
            [tf.saved_model.tag_constants.SERVING],
            {
                "serving_default": util.predict_signature_def(
                    {"x": x}, {"y": tf.matmul(x, weights)}
                ),
                "regress": util.regression_signature_def(examples, scores),
                "ids": util.predict_signature_def({"word": word}, {"id": table.lookup(word)}),
            },
            assets_collection=asset,
            main_op=tf.tables_initializer(),
            strip_default_attrs=True,
        )
        builder.save()


if __name__ == "__main__":
    main()
