"""contrib's feature columns, and how they are taken into a model."""
