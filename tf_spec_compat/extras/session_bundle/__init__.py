"""`tensorflow.contrib.session_bundle`."""
