"""What learn kept of skflow, where it came from: its ops and models."""
