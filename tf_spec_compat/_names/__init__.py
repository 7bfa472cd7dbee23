"""The rows of `names.ALIASES`, a module for each package of contrib; data only."""
