"""`contrib.factorization`'s clustering and mixtures. Runs unchanged under TF 1.15.5."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import InFolder, attempt

F = contrib.factorization

X = np.array(
    [[0, 0], [0.1, 1], [1, 0.2], [0.3, 0.4], [5, 5], [5.2, 6], [6, 5.1], [5.5, 5.3]], np.float32
)
FIRST = X[[0, 4]]

# With mini-batches, figures repeat only where the centers are right from the start; see kmeans.py.
MEANS = np.stack([X[:4].mean(0), X[4:].mean(0)])


def batch():
    """All examples at once, without labels."""
    return tf.constant(X), None


def once():
    """All examples, one time."""
    return tf.train.limit_epochs(tf.constant(X), 1)


def steps(values, first, size=2, number=1, **options):
    """The ops of a mixture before and after some steps."""
    given = [tf.constant(v) for v in values] if isinstance(values, list) else tf.constant(values)
    made = F.gmm(given, first, size, 1, **options)
    likelihood, scores, ((*assignments,),), train_op, init_op, initialized = made
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        before = session.run(initialized)
        session.run(init_op)
        found = [before, session.run([initialized, likelihood, scores, assignments])]
        for _ in range(number):
            session.run(train_op)
        session.run(init_op)  # does nothing then
        names = ("alphas", "clusters", "clusters_covs")
        variables = {v.op.name: v for v in tf.global_variables()}
        found.append({name: session.run(variables[name]) for name in names})
        found.append(session.run(likelihood))
        return found


def mixture(folder, **options):
    """The life of the estimator."""
    model = F.GMM(2, folder, initial_clusters=FIRST, **options)
    model.fit(input_fn=batch, steps=1)
    return {
        "variables": {
            name: model.get_variable_value(name).tolist() for name in model.get_variable_names()
        },
        "parts": [
            part.tolist() for part in (model.weights(), model.clusters(), model.covariances())
        ],
        "assigned": [int(number) for number in model.predict_assignments(input_fn=batch)],
        "predicted": sorted(next(model.predict(input_fn=batch))),
        "score": [float(model.score(input_fn=batch, steps=number)) for number in (1, 3)],
        "metrics": {
            key: np.asarray(value).tolist()
            for key, value in model.evaluate(input_fn=batch, steps=2).items()
        },
        "trained": model.fit(input_fn=batch, steps=3).clusters().tolist(),
    }


def columns(folder):
    """Features as a dict, in the order of their names."""
    model = F.GMM(2, folder, initial_clusters=FIRST[:, ::-1])
    model.fit(
        input_fn=lambda: ({"b": tf.constant(X[:, :1]), "a": tf.constant(X[:, 1:])}, None), steps=1
    )
    return {"clusters": model.clusters().tolist()}


def bad(folder):
    """What the estimator raises."""
    model = F.GMM(2, folder, initial_clusters=FIRST)
    return {
        "clusters": attempt(model.clusters),
        "assigned": attempt(lambda: list(model.predict_assignments(input_fn=batch))),
        "score": attempt(lambda: model.score(input_fn=batch, steps=1)),
        "config": attempt(lambda: F.GMM(2, config=3)),
        "words": attempt(lambda: F.GMM(2, initial_clusters="zz").fit(input_fn=batch, steps=1)),
    }


def clustering(folder, **options):
    """The life of k-means."""
    options.setdefault("initial_clusters", FIRST)
    model = F.KMeansClustering(2, folder, **options)
    model.train(once)
    return {
        "variables": {
            name: model.get_variable_value(name).tolist() for name in model.get_variable_names()
        },
        "index": [int(number) for number in model.predict_cluster_index(once)],
        "score": float(model.score(once)),
        "distances": [row.tolist() for row in model.transform(once)],
        "centers": model.cluster_centers().tolist(),
        "metrics": {key: float(value) for key, value in model.evaluate(once).items()},
        "trained": model.train(once).cluster_centers().tolist(),
    }


def bad_clustering(folder):
    """What k-means raises."""

    def made(**options):
        return lambda: F.KMeansClustering(2, folder, **options).train(once, steps=1)

    return {
        "first": attempt(made(initial_clusters="zz")),
        "distance": attempt(made(distance_metric="zz")),
        "config": attempt(made(config=3)),
        "labels": attempt(lambda: F.KMeansClustering(2).train(lambda: (once(), once()), steps=1)),
    }


def graph():
    """`KMeans`, with all examples a step."""
    made = F.KMeans(tf.constant(X), 2, FIRST, use_mini_batch=False)
    scores, index, nearest, initialized, init_op, train_op = made.training_graph()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        before = session.run(initialized)
        session.run(init_op)
        found = [before, session.run([scores, index, nearest])]
        session.run(train_op)
        return [*found, session.run({v.op.name: v for v in tf.global_variables()})]


CASES = {
    "full": lambda: steps(X, FIRST),
    "full three": lambda: steps(X, FIRST, number=3),
    "diag": lambda: steps(X, FIRST, covariance_type="diag"),
    "diag three": lambda: steps(X, FIRST, number=3, covariance_type="diag"),
    "means": lambda: steps(X, FIRST, params="m"),
    "shares": lambda: steps(X, FIRST, params="w"),
    "covariances": lambda: steps(X, FIRST, params="c"),
    "covariances diag": lambda: steps(X, FIRST, params="c", covariance_type="diag"),
    "nothing": lambda: steps(X, FIRST, params=""),
    "one cluster": lambda: steps(X, FIRST[:1], 1),
    "means as list": lambda: steps(X, FIRST.tolist()),
    "two tensors": lambda: steps([X[::2], X[1::2]], FIRST)[2:],
    "word": lambda: steps(X, "zz"),
    "rank": lambda: steps(X[:, 0], FIRST),
    "kmeans": graph,
    "constants": lambda: [
        F.COSINE_DISTANCE,
        F.KMEANS_PLUS_PLUS_INIT,
        F.RANDOM_INIT,
        F.SQUARED_EUCLIDEAN_DISTANCE,
    ],
    "gmm": InFolder(mixture),
    "gmm diag": InFolder(mixture, covariance_type="diag"),
    "gmm columns": InFolder(columns),
    "gmm bad": InFolder(bad),
    "clustering": InFolder(clustering, initial_clusters=MEANS),
    "clustering full": InFolder(clustering, use_mini_batch=False),
    "clustering cosine": InFolder(clustering, use_mini_batch=False, distance_metric="cosine"),
    "clustering bad": InFolder(bad_clustering),
}
