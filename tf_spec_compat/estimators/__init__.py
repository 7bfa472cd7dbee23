"""contrib's estimators: the life cycle, and those with a model of their own."""
