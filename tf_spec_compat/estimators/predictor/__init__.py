"""Predictors: a function that predicts, of an estimator or a SavedModel."""
