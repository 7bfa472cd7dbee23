# Writes requirements/SET-pyVERSION.txt: what a clean install of SET.in leads to, for each Python given.
# Usage: sh tools/lock.sh SET VERSION...     e.g. sh tools/lock.sh tf2.15 3.9 3.10 3.11
set -eu

set_name=$1
shift
pythons=$(sh tools/pythons.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for version in "$@"; do
    python=$(echo "$pythons" | sed -n "s/^$version //p")
    if [ -z "$python" ]; then
        echo "lock: no Python $version on this machine; requirements/$set_name-py$version.txt stays as it is" >&2
        continue
    fi
    sh tools/venv.sh "$python" "$work/venv"
    "$work/venv/bin/python" -m pip install -qq --upgrade pip
    "$work/venv/bin/python" -m pip install -qq -r "requirements/$set_name.in"
    {
        echo "# From requirements/$set_name.in on Python $version, Linux x86-64, by 'make lock'."
        "$work/venv/bin/python" -m pip freeze --all --exclude pip
    } >"$work/lock.txt"
    cp "$work/lock.txt" "requirements/$set_name-py$version.txt"
    echo "lock: requirements/$set_name-py$version.txt"
done
