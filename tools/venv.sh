# Makes a new virtual environment that has pip.      Usage: sh tools/venv.sh PYTHON DIRECTORY
set -eu

rm -rf "$2"
# Debian's python3 has no ensurepip unless python3-venv is installed; there, its own pip installs a pip.
if "$1" -c 'import ensurepip' 2>/dev/null; then
    "$1" -m venv "$2"
else
    "$1" -m venv --without-pip "$2"
    "$1" -m pip --disable-pip-version-check -qq --python "$2/bin/python" install pip
fi
