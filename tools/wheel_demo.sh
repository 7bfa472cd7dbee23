# Installs the wheel in dist/ into an empty environment and runs the demo there, away from the checkout.
# Run by tools/each.sh, which names the Python and the pins to stay within.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh tools/venv.sh python "$work/venv"
# Versions alone: with hashes pip would want one of the wheel, too.
sed 's/ *\\$//; /^ *--hash/d' "$REQUIREMENTS" >"$work/versions.txt"
"$work/venv/bin/python" -m pip --disable-pip-version-check -qq install -c "$work/versions.txt" "$(ls dist/*.whl)[tensorflow]"
mkdir -p "$work/tests/examples"
cp -r examples tools/demo.sh "$work"
cp tests/examples/iris_head.txt "$work/tests/examples"
cd "$work"
PATH="$work/venv/bin:$PATH" sh demo.sh
