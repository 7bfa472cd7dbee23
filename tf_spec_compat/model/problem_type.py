"""The problem types of output alternatives (`...learn.estimators.constants`)."""

from __future__ import annotations

__all__ = ["COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS", "ProblemType"]

# The graph collection in which contrib's export notes the names of its input features.
COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS = "input_feature_keys"


class ProblemType:
    """What a head predicts; decides which serving signature its output alternative gets.

    Deprecated: use the `ExportOutput`s of `tf.estimator.export` as `export_outputs`. Behaviour: TF
    1.15.5.

    Plain integers, as in contrib: they are stored in `output_alternatives` and compared with `==`.

    Example:
      >>> ops = learn.regression_head(head_name="price").create_model_fn_ops(
      ...     {}, "infer", logits=tf.zeros([2, 1]))
      >>> problem_type, _ = ops.output_alternatives["price"]
      >>> problem_type == learn.ProblemType.LINEAR_REGRESSION
      True
    """

    UNSPECIFIED = 0
    CLASSIFICATION = 1
    LINEAR_REGRESSION = 2
    LOGISTIC_REGRESSION = 3
