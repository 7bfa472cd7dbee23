# Brings each requirements/SET-pyVERSION.txt in line with its SET.in: what a clean install on Linux x86-64 leads to,
# with the hashes of the files on the index, by which pip refuses any others. Run by tools/each.sh in `tools`.
# Usage: sh tools/lock.sh [--upgrade]
# What is pinned stays as long as it fits; --upgrade takes the newest of everything. To lock a set for another
# Python make an empty file of that name first.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for pins in requirements/*-py*.txt; do
    grep -q '^-r' "$pins" && continue # nothing is pinned there on purpose
    set_name=$(basename "${pins%-py*}")
    version=${pins##*-py}
    version=${version%.txt}
    cp "$pins" "$work/pins.txt"
    uv pip compile --quiet "$@" "requirements/$set_name.in" --output-file "$work/pins.txt" \
        --python-version "$version" --python-platform x86_64-manylinux_2_28 \
        --generate-hashes --no-annotate --no-header
    {
        echo "# From requirements/$set_name.in for Python $version, Linux x86-64, by 'make lock'."
        cat "$work/pins.txt"
    } >"$work/lock.txt"
    cp "$work/lock.txt" "$pins"
    echo "lock: $pins"
done
