"""Networks, linear models and both, SVM and logistic regression."""
