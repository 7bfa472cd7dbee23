from .compat import tf, layers as contrib_layers  # expect: R101
