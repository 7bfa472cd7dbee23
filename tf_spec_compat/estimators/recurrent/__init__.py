"""Recurrent estimators."""
