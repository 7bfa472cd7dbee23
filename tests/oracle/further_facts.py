"""Figures of the further estimators' cases that not every run repeats to the last digit."""

import numpy as np

__all__ = ["apart", "rounded"]


def rounded(value, digits):
    """Gives what a case recorded with so many digits, and without negative zeros."""
    if isinstance(value, dict):
        return {k: rounded(v, digits) for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v, digits) for v in value]
    is_float = isinstance(value, (float, np.floating))
    return round(float(value), digits) + 0.0 if is_float else value


def apart(found, digits):
    """Leaves out differences of figures that were rounded to the two sides of a boundary."""

    def near(golden, live):
        figures = isinstance(golden, float) and isinstance(live, float)
        return figures and abs(golden - live) < 1.1 * 10**-digits

    return [one for one in found if not near(one[1], one[2])]
