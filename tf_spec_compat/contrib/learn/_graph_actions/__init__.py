"""What `contrib.learn.graph_actions` is made of."""
