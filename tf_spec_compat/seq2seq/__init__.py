"""Decoders, attention and beam search on RNN cells."""
