"""Small data sets to try a model on."""
