"""What this package costs, side by side with what it is built on: `python -m benchmarks`."""
