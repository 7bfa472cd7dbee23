"""What `head.py` is a facade for: one module a family of heads."""
