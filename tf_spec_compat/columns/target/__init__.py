"""Target columns: labels as columns, with their losses and metrics."""
