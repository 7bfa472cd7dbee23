"""`tf.contrib.testing`, `session_bundle` and `tensorboard`: writers, readers and messages."""

import os
import shutil
import tempfile

from tests.oracle.legacy import module, tf

testing = module("testing")
fake = testing.FakeSummaryWriter


class Case(tf.test.TestCase):
    def runTest(self):  # noqa: N802 - unittest's name
        pass


def summary(tag="a", value=1.0):
    return tf.Summary(value=[tf.Summary.Value(tag=tag, simple_value=value)])


def events(*groups):
    """A folder with an event file for each group of steps."""
    folder = tempfile.mkdtemp()
    for number, steps in enumerate(groups):
        writer = tf.summary.FileWriter(folder, filename_suffix="." + str(number))
        for step in steps:
            writer.add_summary(summary("a", step), step)
            writer.add_summary(summary("b", -step), step)
        writer.close()
    return folder


def writer_cases():
    def filled():
        writer = fake("folder", tf.get_default_graph())
        writer.add_summary(summary(), 3)
        writer.add_summary(summary("b", 2.0).SerializeToString(), 3)
        writer.add_summary(summary("b", 5.0), current_global_step=4)
        writer.add_graph(tf.get_default_graph(), 1)
        writer.add_meta_graph(tf.MetaGraphDef(), global_step=1)
        writer.add_session_log(tf.SessionLog(status=1), 2)
        writer.add_run_metadata(tf.RunMetadata(), "tag")
        for action in (writer.flush, writer.reopen, writer.close):
            action()
        return writer

    yield (
        "summaries",
        lambda: {
            step: [s.value[0].tag for s in summaries]
            for step, summaries in filled().summaries.items()
        },
    )
    for title, expected in (
        ("nothing", dict),
        ("logdir", lambda: {"expected_logdir": "folder"}),
        ("other logdir", lambda: {"expected_logdir": "other"}),
        ("graph", lambda: {"expected_graph": tf.get_default_graph()}),
        ("other graph", lambda: {"expected_graph": tf.Graph()}),
        ("summaries", lambda: {"expected_summaries": {3: {"a": 1.0, "b": 2.0}}}),
        ("other step", lambda: {"expected_summaries": {5: {"a": 1.0}}}),
        ("other value", lambda: {"expected_summaries": {4: {"b": 1.0}}}),
        ("fewer tags", lambda: {"expected_summaries": {3: {"a": 1.0}}}),
        ("graphs", lambda: {"expected_added_graphs": [tf.get_default_graph()]}),
        ("no graphs", lambda: {"expected_added_graphs": []}),
        ("meta graphs", lambda: {"expected_added_meta_graphs": [tf.MetaGraphDef()]}),
        ("no meta graphs", lambda: {"expected_added_meta_graphs": []}),
        ("session logs", lambda: {"expected_session_logs": [tf.SessionLog(status=1)]}),
        ("other session logs", lambda: {"expected_session_logs": [tf.SessionLog(status=2)]}),
    ):
        yield (
            "assert_summaries of " + title,
            lambda e=expected: filled().assert_summaries(Case(), **e()),
        )
    yield "add_graph of graph_def", lambda: filled().add_graph(None, graph_def=tf.GraphDef())
    yield "add_summary without step", lambda: filled().add_summary(summary())

    def installed():
        folder = os.path.join(tempfile.mkdtemp(), "not made")
        fake.install()
        try:
            tf.train.create_global_step()
            tf.summary.scalar("x", tf.constant(2.0))
            saver = tf.train.SummarySaverHook(1, output_dir=folder, scaffold=tf.train.Scaffold())
            with tf.train.SingularMonitoredSession(hooks=[saver]) as session:
                session.run(tf.assign_add(tf.train.get_global_step(), 1))
            writer = tf.summary.FileWriterCache.get(folder)
            writer.assert_summaries(Case(), folder, None, {1: {"x": 2.0}})
            found = [isinstance(writer, fake), os.path.exists(folder), sorted(writer.summaries)]
            tf.summary.FileWriterCache.clear()
        finally:
            fake.uninstall()
        after = tf.summary.FileWriterCache.get(folder)
        tf.summary.FileWriterCache.clear()
        return [found, isinstance(after, fake), os.path.exists(folder)]

    yield "install", installed

    def twice():
        fake.install()
        try:
            fake.install()
        finally:
            fake.uninstall()

    yield "install twice", twice
    yield "uninstall only", fake.uninstall


def reader_cases():
    for name in ("latest_event_file", "latest_events", "latest_summaries"):
        for title, folder in (("empty folder", tempfile.mkdtemp()), ("no folder", "/nosuch")):
            yield (
                "%s of %s" % (name, title),
                lambda n=name, f=folder: list(getattr(testing, n)(f) or []),
            )

    def latest():
        folder = events([1, 2])
        older = testing.latest_event_file(folder)
        newer = older + ".newer"
        shutil.copy(tf.test.get_temp_dir() and testing.latest_event_file(events([7])), newer)
        return [
            testing.latest_event_file(folder) in (older, newer),
            [event.step for event in testing.latest_summaries(folder)][:1] in ([1], [7]),
        ]

    yield "latest of two", latest
    yield (
        "latest_events",
        lambda: [
            [event.step, event.WhichOneof("what")]
            for event in testing.latest_events(events([1, 2]))
        ],
    )
    yield (
        "latest_summaries",
        lambda: [
            [event.step, event.summary.value[0].tag]
            for event in testing.latest_summaries(events([1, 2]))
        ],
    )
    yield (
        "simple_values_from_events",
        lambda: [
            testing.simple_values_from_events(testing.latest_events(events([1, 2])), tags)
            for tags in (["a"], ["a", "b"], ["c"], [])
        ],
    )
    yield (
        "to_summary_proto",
        lambda: testing.to_summary_proto(summary().SerializeToString()) == summary(),
    )
    check = testing.assert_summary
    for title, arguments in (
        ("", (["a"], {"a": 1.0})),
        (" almost", (["a"], {"a": 1.004})),
        (" other", (["a"], {"a": 1.1})),
        (" tags", (["b"], {"a": 1.0})),
        (" no values", (["a"], {})),
    ):
        yield "assert_summary" + title, lambda a=arguments: check(*a, summary_proto=summary())


def bundle_cases():
    exporter = module("session_bundle.exporter")
    manifest = module("session_bundle.manifest_pb2")
    tensor = lambda name: tf.constant(1.0, name=name)  # noqa: E731
    for title, make in (
        ("regression", lambda: exporter.regression_signature(tensor("a"), tensor("b"))),
        ("classification", lambda: exporter.classification_signature(tensor("a"))),
        ("classes", lambda: exporter.classification_signature(tensor("a"), tensor("b"))),
        (
            "scores",
            lambda: exporter.classification_signature(tensor("a"), scores_tensor=tensor("b")),
        ),
        ("generic", lambda: exporter.generic_signature({"x": tensor("a"), "y": tensor("b")})),
        ("regression of text", lambda: exporter.regression_signature("a", "b")),
        ("generic of text", lambda: exporter.generic_signature({"a": "b"})),
    ):
        yield (
            "signature of " + title,
            lambda m=make: [
                m().WhichOneof("type"),
                m().SerializeToString(deterministic=True).decode("latin1"),
            ],
        )

    def signatures():
        message = manifest.Signatures()
        message.default_signature.CopyFrom(exporter.regression_signature(tensor("a"), tensor("b")))
        message.named_signatures["n"].CopyFrom(exporter.generic_signature({"x": tensor("a")}))
        asset = manifest.AssetFile(filename="f")
        asset.tensor_binding.tensor_name = "t"
        return [m.SerializeToString(deterministic=True) for m in (message, asset)] + [
            message.DESCRIPTOR.full_name,
            sorted(
                n
                for n in dir(manifest)
                if not n.startswith("_") and n[:1].isupper() and n not in ("DESCRIPTOR",)
            ),
        ]

    yield "Signatures", signatures
    constants = module("session_bundle.constants")
    yield "constants", lambda: {n: getattr(constants, n) for n in dir(constants) if n.isupper()}
    yield (
        "gc",
        lambda: sorted(
            n
            for n in dir(module("session_bundle.gc"))
            if not n.startswith("_")
            and n
            in (
                "Path",
                "get_paths",
                "largest_export_versions",
                "mod_export_version",
                "negation",
                "one_of_every_n_export_versions",
                "union",
            )
        ),
    )

    def projected():
        projector = module("tensorboard.plugins.projector")
        config = projector.ProjectorConfig(model_checkpoint_path="m")
        embedding = config.embeddings.add()
        embedding.tensor_name, embedding.metadata_path = "t", "p"
        embedding.sprite.image_path = "i"
        embedding.sprite.single_image_dim.extend([2, 3])
        embedding.tensor_shape.append(4)
        folder = tempfile.mkdtemp()
        projector.visualize_embeddings(tf.summary.FileWriter(folder), config)
        with open(os.path.join(folder, "projector_config.pbtxt")) as file:
            return [
                file.read(),
                config.SerializeToString(),
                config.DESCRIPTOR.full_name,
                isinstance(embedding, projector.EmbeddingInfo),
                isinstance(embedding.sprite, projector.SpriteMetadata),
            ]

    yield "visualize_embeddings", projected
    show = lambda *a: module("tensorboard.plugins.projector").visualize_embeddings(*a)  # noqa: E731
    yield "visualize_embeddings of folder", lambda: show("folder", 3)
    yield (
        "visualize_embeddings of no message",
        lambda: show(tf.summary.FileWriter(tempfile.mkdtemp()), 3),
    )


def cases():
    for part in (writer_cases, reader_cases, bundle_cases):
        for case in part():
            yield case
