"""`tensorflow.contrib.factorization`: clustering, mixtures and matrix factorization."""
