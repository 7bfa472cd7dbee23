"""The parts of `tf_spec_compat.hook`: finder, loaders, bindings, the view of user modules."""
