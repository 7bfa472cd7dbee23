"""What runs around the steps of training: configuration, monitors, graph actions."""
