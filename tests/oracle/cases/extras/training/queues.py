"""Queues that sort and choose examples: `bucket`, `stratified_sample` and their siblings."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import as_json, run

training = contrib.training


def until_the_end(fetches, limit=100):
    """Runs with queue runners until the queues are empty; returns all results, sorted."""
    found = []
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        try:
            while len(found) < limit:
                found.append(as_json(session.run(fetches)))
        except tf.errors.OutOfRangeError:
            pass
        finally:
            coordinator.request_stop()
            coordinator.join(threads, stop_grace_period_secs=5)
    return found


def described(tensors):
    return [[tensor.name, tensor.dtype.name, str(tensor.shape)] for tensor in tensors]


def graph_facts():
    graph = tf.get_default_graph()
    queues = [
        [op.name, op.type, op.get_attr("capacity"), op.get_attr("shared_name")]
        for op in graph.get_operations()
        if op.type.startswith(("FIFOQueue", "PaddingFIFOQueue"))
    ]
    runners = [
        [runner.name, len(runner.enqueue_ops)]
        for runner in tf.get_collection(tf.GraphKeys.QUEUE_RUNNERS)
    ]
    summaries = [tensor.name for tensor in tf.get_collection(tf.GraphKeys.SUMMARIES)]
    return {"queues": queues, "runners": runners, "summaries": summaries}


def bucketed(**options):
    number = tf.train.range_input_producer(8, shuffle=False, num_epochs=1).dequeue()
    settings = dict({"batch_size": 2, "num_buckets": 2, "capacity": 8}, **options)
    which, batch = training.bucket(
        [number, tf.stack([number, number])], tf.mod(number, 2), **settings
    )
    return [
        described([which, *batch]),
        graph_facts(),
        sorted(until_the_end([which, *batch]), key=str),
    ]


def by_length(**options):
    lengths = tf.constant([1, 3, 5, 2, 7, 9, 1, 3])
    length = tf.train.slice_input_producer([lengths], shuffle=False, num_epochs=1)[0]
    settings = {"batch_size": 2, "bucket_boundaries": [3, 6], "dynamic_pad": True}
    settings.update(allow_smaller_final_batch=True, **options)
    lengths, batch = training.bucket_by_sequence_length(length, [tf.range(length)], **settings)
    return [described([lengths, *batch]), sorted(until_the_end([lengths, *batch]), key=str)]


def bucket_cases():
    yield "bucket", bucketed
    for title, options in (
        ("smaller final batch", {"batch_size": 3, "allow_smaller_final_batch": True}),
        ("sizes", {"batch_size": [2, 3], "allow_smaller_final_batch": True}),
        ("capacities", {"bucket_capacities": [4, 5]}),
        ("names", {"name": "n", "shared_name": "s"}),
        ("threads", {"num_threads": 2}),
        ("keep tensor", {"keep_input": tf.constant}),
        ("wrong sizes", {"batch_size": [2]}),
        ("wrong capacities", {"bucket_capacities": [4]}),
        ("keep vector", {"keep_input": [True, False]}),
    ):

        def case(options=options):
            if callable(options.get("keep_input")):
                options = {"keep_input": tf.constant(True)}
            return bucketed(**options)

        yield "bucket, " + title, case
    bucket = training.bucket
    hold = tf.placeholder
    for title, make in (
        ("dict", lambda: bucket({"a": tf.constant(1), "b": tf.ones([2])}, 0, 2, 3)),
        ("unknown shape", lambda: bucket([hold(tf.float32)], 0, 2, 3)),
        ("unknown size", lambda: bucket([hold(tf.float32, [None])], 0, 2, 3)),
        ("padded", lambda: bucket([hold(tf.float32, [None])], 0, 2, 3, dynamic_pad=True)),
        ("shapes", lambda: bucket([hold(tf.float32)], 0, 2, 3, shapes=[[4]])),
        ("one tensor", lambda: bucket([tf.constant([1, 2])], 0, 2, 3)),
        ("nothing", lambda: bucket([], 0, 2, 3)),
        ("long bucket", lambda: bucket([tf.constant(1)], tf.constant(0, tf.int64), 2, 3)),
    ):

        def structure(make=make):
            which, batch = make()
            if isinstance(batch, dict):
                batch = [batch[key] for key in sorted(batch)]
            return described([which] + (batch if isinstance(batch, list) else [batch]))

        yield "bucket of " + title, structure

    def sparse():
        number = tf.train.range_input_producer(4, shuffle=False, num_epochs=1).dequeue()
        tensor = tf.SparseTensor([[0, 1]], tf.reshape(number, [1]), [2, 3])
        _, batch = bucket([tensor, number], 0, 2, 1)
        return until_the_end([tf.sparse_tensor_to_dense(batch[0]), batch[1]])

    yield "bucket of sparse", sparse
    yield "bucket_by_sequence_length", by_length
    for title, options in (
        ("name", {"name": "n"}),
        ("sizes", {"batch_size": [1, 2, 3]}),
        ("tuple", {"bucket_boundaries": (2, 4)}),
        ("no boundaries", {"bucket_boundaries": []}),
        ("number", {"bucket_boundaries": 3}),
        ("decreasing", {"bucket_boundaries": [6, 3]}),
        ("equal", {"bucket_boundaries": [3, 3]}),
        ("floats", {"bucket_boundaries": [3.0]}),
        ("wrong sizes", {"batch_size": [1, 2]}),
        ("wrong capacities", {"bucket_capacities": [4]}),
    ):
        yield "bucket_by_sequence_length, " + title, lambda o=options: by_length(**o)


def shares(batches, classes=3):
    counts = np.bincount(np.concatenate(batches), minlength=classes)
    return [round(float(share), 1) for share in counts / counts.sum()]


def stratified(**options):
    settings = {
        "tensors": [tf.random_uniform([2])],
        "labels": tf.random_uniform([], 0, 3, tf.int32),
        "target_probs": [0.5, 0.5, 0.0],
        "batch_size": 50,
    }
    if options.get("enqueue_many"):
        settings["tensors"] = [tf.random_uniform([6, 2])]
        settings["labels"] = tf.random_uniform([6], 0, 3, tf.int32)
    settings.update(options)
    tensors, labels = training.stratified_sample(**settings)
    variables = [
        [v.op.name for v in collection]
        for collection in (tf.global_variables(), tf.local_variables(), tf.trainable_variables())
    ]
    results = until_the_end(labels, 60)  # So many that shares are right to a digit.
    return [described([tensors[0], labels]), graph_facts(), variables, shares(results)]


def sampling_cases():
    yield "stratified_sample", stratified
    for title, options in (
        ("init", {"init_probs": [0.3, 0.3, 0.4], "target_probs": [0.3, 0.7, 0.0]}),
        ("many", {"enqueue_many": True, "name": "n", "queue_capacity": 8, "threads_per_queue": 2}),
        ("sum of targets", {"target_probs": [0.5, 0.6, 0.0]}),
        ("sum of init", {"init_probs": [0.3, 0.3, 0.3]}),
        ("negative", {"target_probs": [-0.5, 1.5, 0.0]}),
        ("lengths", {"init_probs": [0.5, 0.5]}),
        ("label out of range", {"target_probs": [0.5, 0.5], "labels": 5}),
        ("class without examples", {"init_probs": [1.0, 0.0, 0.0]}),
    ):
        yield "stratified_sample, " + title, lambda o=options: stratified(**o)

    def rejected(accept=lambda x: tf.constant(0.5), **options):
        tensors = [tf.constant([1, 2]), tf.random_uniform([2, 3])]
        batch = training.rejection_sample(tensors, accept, 4, **options)
        results = until_the_end(batch[0], 3)
        return [described(batch), graph_facts(), results if len(results[0]) else None]

    yield "rejection_sample", rejected
    yield (
        "rejection_sample, checks",
        lambda: rejected(runtime_checks=True, name="n", queue_threads=2),
    )
    yield (
        "rejection_sample, wrong",
        lambda: rejected(lambda x: tf.constant(1.5), runtime_checks=True),
    )
    yield (
        "rejection_sample, too many",
        lambda: rejected(lambda x: tf.constant(1.5), runtime_checks=False),
    )

    def chosen(capacity=16):
        tensors = [tf.range(6), tf.range(6) * 10]
        batch = training.rejection_sample(
            tensors,
            lambda x: tf.cast(tf.equal(x[0] % 2, 0), tf.float32),
            9,
            enqueue_many=True,
            prebatch_capacity=capacity,
            prebatch_threads=1,
        )
        return [described(batch), graph_facts(), until_the_end(batch, 2)]

    yield "rejection_sample, many", chosen
    yield "rejection_sample, many, capacity", lambda: chosen(5)
    yield (
        "rejection_sample, sizes",
        lambda: training.rejection_sample(
            [tf.ones([2]), tf.ones([3])], lambda x: tf.constant(0.5), 3, enqueue_many=True
        ),
    )
    yield "rejection_sample of nothing", lambda: training.rejection_sample([], len, 3)

    def resampled(weighted, **options):
        inputs = [tf.constant([0, 1, 2]), tf.constant([[0], [10], [20]])]
        weights = tf.constant([0.0, 1.0, 4.0])
        if weighted:
            made, rates = training.weighted_resample(inputs, weights, 6.0, seed=3, **options)
        else:
            made, rates = training.resample_at_rate(inputs, weights, seed=3, **options), tf.ones([])
        variables = [[v.op.name, v.shape.as_list()] for v in tf.global_variables()]
        counts = np.zeros(3)
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            for _ in range(300):
                numbers, tens, rate = session.run([made[0], made[1], rates])
                assert (tens[:, 0] == 10 * numbers).all()
                assert (np.diff(numbers) >= 0).all()
                counts += np.bincount(numbers, minlength=3)
        names = sorted(variables), [v.op.name for v in tf.trainable_variables()]
        rounded = [[], sorted(set(np.round(rate, 2).ravel().tolist()))][weighted]
        return [names, (counts / 300 / [1, 1, 4]).round(0), rounded]

    yield "resample_at_rate", lambda: resampled(False)
    yield "resample_at_rate, scope", lambda: resampled(False, scope="n", back_prop=True)
    yield "weighted_resample", lambda: resampled(True)
    yield "weighted_resample, scope", lambda: resampled(True, scope="n", mean_decay=0.9)


def device_cases():
    def placed(strategy, sizes=(1, 10, 2, 3, 4, 100, 1), tasks=3):
        with tf.device(tf.train.replica_device_setter(tasks, ps_strategy=strategy)):
            made = [
                tf.get_variable("v%d" % number, [size], use_resource=False)
                for number, size in enumerate(sizes)
            ]
        return [variable.device for variable in made]

    greedy = training.GreedyLoadBalancingStrategy
    size_of = training.byte_size_load_fn
    yield "GreedyLoadBalancingStrategy", lambda: placed(greedy(3, size_of))
    yield "GreedyLoadBalancingStrategy of equals", lambda: placed(greedy(3, lambda op: 1.5))
    yield "GreedyLoadBalancingStrategy of none", lambda: placed(greedy(0, size_of))
    for seed in (0, 1):
        yield "RandomStrategy %d" % seed, lambda s=seed: placed(training.RandomStrategy(3, s))
    yield "RandomStrategy of none", lambda: placed(training.RandomStrategy(0))
    for title, make in (
        ("floats", lambda: tf.placeholder(tf.float32, [2, 3])),
        ("strings", lambda: tf.placeholder(tf.string, [2])),
        ("longs", lambda: tf.placeholder(tf.int64, [])),
        ("unknown shape", lambda: tf.placeholder(tf.float32)),
        ("unknown size", lambda: tf.placeholder(tf.float32, [None])),
        ("variable", lambda: tf.get_variable("v", [2], use_resource=False)),
        ("two outputs", lambda: tf.split(tf.ones([4]), 2)[0]),
    ):
        yield "byte_size_load_fn of " + title, lambda m=make: size_of(m().op)
    yield "byte_size_load_fn of no_op", lambda: size_of(tf.no_op())


def feeding():
    queue = tf.FIFOQueue(10, [tf.int32], [[]])
    given = tf.placeholder(tf.int32, [])
    values = iter(range(3))

    def feed():
        return {given: next(values)}

    runner = training.FeedingQueueRunner(
        queue=queue, enqueue_ops=[queue.enqueue(given)], feed_fns=[feed]
    )
    tf.train.add_queue_runner(runner)
    result = queue.dequeue()
    with tf.Session() as session:
        coordinator = tf.train.Coordinator(clean_stop_exception_types=(StopIteration,))
        threads = runner.create_threads(session, coordinator, start=True)
        found = [session.run(result) for _ in range(3)]
        coordinator.request_stop()
        coordinator.join(threads, stop_grace_period_secs=5)
    return [int(value) for value in found]


def cases():
    for part in (bucket_cases, sampling_cases, device_cases):
        for case in part():
            yield case
    yield "FeedingQueueRunner", feeding
    yield "resampled once", lambda: run(training.resample_at_rate([tf.range(3)], [0.0, 0.0, 0.0]))
