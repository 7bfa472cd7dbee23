"""Cases that run unchanged under TF 1.15.5 and under this package, by the rooms of the house."""
