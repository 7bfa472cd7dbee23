# Prints "VERSION PATH" for each Python of this machine that works, newest first, one a minor version.
# PYTHON=/path/to/python limits the choice to that one.

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- python3.13 python3.12 python3.11 python3.10 python3.9 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python
fi

# A name on PATH may be a shim that fails, and a Debian python3 may lack venv: run each, and believe only that.
for candidate in "$@"; do
    path=$(command -v "$candidate" 2>/dev/null) || continue
    "$path" -c 'import sys, venv; print("%d.%d %s" % (*sys.version_info[:2], sys.executable))' 2>/dev/null
done | sort -t. -k2,2nr -s | awk '!seen[$1]++'
