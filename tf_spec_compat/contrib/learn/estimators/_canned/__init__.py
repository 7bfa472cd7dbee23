"""What the canned estimators share: networks, optimizers, and the ways of asking them."""
