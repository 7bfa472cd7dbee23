"""Stochastic dual coordinate ascent: its optimizer, ops and estimators."""
