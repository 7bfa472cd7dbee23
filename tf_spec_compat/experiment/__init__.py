"""Training and evaluating together: `Experiment`, its runner, export strategies."""
