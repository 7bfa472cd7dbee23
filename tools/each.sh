# Runs a command in the virtual environment of each set of requirements, and says in the end how each went.
# Usage: sh tools/each.sh [--first] SET... -- COMMAND...
#        --first: stop after the first set that this machine can have
#
# .venv/SET is made when it is missing or when what it was made from has changed. There is a file
# requirements/SET-pyVERSION.txt for each Python that the set supports; a set that none of this machine's
# Pythons supports is skipped, and having to skip them all is an error. The command's `python` is the
# environment's, and $REQUIREMENTS names its pins. PYTHON=/path/to/python limits the choice to that one.
set -u

make_environment() { # sets `python`; returns 1 where no Python will do, exits where the installation fails
    # The Pythons that most users of each line have come first; where they are missing, any other will do.
    requirements=
    for version in 3.12 3.11 3.13 3.10 3.9; do
        requirements=requirements/$1-py$version.txt
        [ -f "$requirements" ] && echo "$pythons" | grep -q "^$version " && break
        requirements=
    done
    [ -n "$requirements" ] || return 1

    base=$(echo "$pythons" | sed -n "s/^$version //p")
    environment=.venv/$1
    python=$PWD/$environment/bin/python

    made_from="$base $(cat "$requirements" | cksum)"
    if [ "$made_from" != "$(cat "$environment/made-from" 2>/dev/null)" ]; then
        echo "== $1: making $environment with Python $version from $requirements; this takes minutes"
        # Pins are whole. With hashes pip would want `coverage[toml]`, which one requires, pinned by that name.
        deps=--no-deps
        grep -q '^-r' "$requirements" && deps=
        # shellcheck disable=SC2086
        sh tools/venv.sh "$base" "$environment" && pip_install $deps -r "$requirements" ||
            fail "$1: the installation failed"
        echo "$made_from" >"$environment/made-from"
    fi

    # The checkout itself, in place: its files are read as they are, its metadata is renewed when they change.
    [ "$1" != tools ] || return 0
    package=$(cat setup.cfg pyproject.toml | cksum)
    if [ "$package" != "$(cat "$environment/package" 2>/dev/null)" ]; then
        pip_install --no-deps --no-build-isolation --editable . && "$python" -m pip check ||
            fail "$1: the package does not install, or does not fit $requirements"
        echo "$package" >"$environment/package"
    fi
}

pip_install() {
    "$python" -m pip --disable-pip-version-check -qq install "$@"
}

fail() {
    echo "== $*" >&2
    exit 1
}

first=no sets= report= code=0
while [ "$1" != -- ]; do
    case $1 in --first) first=yes ;; *) sets="$sets $1" ;; esac
    shift
done
shift

pythons=$(sh tools/pythons.sh)
have=$(echo "$pythons" | cut -d' ' -f1 | tr '\n' ' ')
for name in $sets; do
    if ! make_environment "$name"; then
        wanted=$(ls requirements/"$name"-py*.txt | sed 's/.*-py//; s/\.txt$//' | sort -t. -k2n | tr '\n' ' ')
        report="$report$name: SKIPPED; it needs one of Python $wanted- found here: $have
"
        continue
    fi
    echo "== $name, Python $version: $*"
    if PATH="$PWD/$environment/bin:$PATH" VIRTUAL_ENV="$PWD/$environment" REQUIREMENTS="$requirements" "$@"; then
        outcome=passed
    else
        outcome=FAILED code=1
    fi
    report="$report$name, Python $version: $outcome
"
    ran=yes
    [ $first = no ] || break
done

printf '%s' "$report" | sed 's/^/== /'
[ "${ran:-no}" = yes ] || fail "nothing ran: no Python found that can have any of:$sets"
exit $code
