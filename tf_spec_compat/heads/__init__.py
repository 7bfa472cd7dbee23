"""Heads: what turns logits into predictions, loss, metrics and a train op."""
