"""The contrib around learn, a room for each of its packages."""
