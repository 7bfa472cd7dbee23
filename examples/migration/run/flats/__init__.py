"""Estimates the rent of a flat, as such packages were written for TensorFlow 1."""
