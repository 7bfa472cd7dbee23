"""Summaries of contrib: what is written, where, and when."""

import glob
import os
import tempfile

import tensorflow as tf

summary = tf.contrib.summary
d = tempfile.mkdtemp()
with summary.create_file_writer(d).as_default(), summary.always_record_summaries():
    step = tf.train.get_or_create_global_step()
    summary.scalar("loss", 1.0, step=step)
    summary.scalar("second", 2.0, family="kin")
    summary.histogram("rows", [1.0, 2.0, 3.0])
    summary.image("picture", tf.zeros([2, 2, 2, 3]), max_images=1)
    summary.audio("sound", tf.zeros([1, 4, 1]), 8000, 1)
    summary.generic("any", tf.constant([[7, 8]]))
    ops = summary.all_summary_ops()
    print(len(ops), summary.should_record_summaries().dtype.name)
with summary.create_file_writer(d, filename_suffix=".second").as_default():
    with summary.never_record_summaries():
        summary.scalar("nothing", 3.0)
        never = summary.should_record_summaries()
    with summary.record_summaries_every_n_global_steps(2):
        summary.scalar("seldom", tf.cast(step, tf.float32))
    print(len(summary.all_summary_ops()) - len(ops))
ops = summary.all_summary_ops()
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    s.run(summary.summary_writer_initializer_op())
    print(s.run(never))
    for _ in range(3):
        s.run(ops)
        s.run(step.assign_add(1))
print(glob.glob(os.path.join(d, "*")) != [])
found = []
for name in tf.gfile.Glob(d + "/*"):
    for event in tf.train.summary_iterator(name):
        for value in event.summary.value:
            kind = value.WhichOneof("value")
            found.append((value.tag, event.step, kind, value.metadata.plugin_data.plugin_name))
            if kind == "simple_value":
                found[-1] += (value.simple_value,)
for row in sorted(found):
    print(*row)
print(summary.scalar("outside", 1.0).type, summary.eval_dir("a"), summary.eval_dir("a", "b"))
