"""The parts of `Experiment`."""
