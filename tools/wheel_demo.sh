# Installs the wheel in dist/ into an empty environment and runs the demo there, away from the checkout.
# Run by tools/each.sh, which names the Python and the pins to stay within.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh tools/venv.sh python "$work/venv"
"$work/venv/bin/python" -m pip --disable-pip-version-check -qq install -c "$REQUIREMENTS" "$(ls dist/*.whl)[tensorflow]"
mkdir -p "$work/tests/examples"
cp -r examples tools/demo.sh "$work"
cp tests/examples/iris_head.txt "$work/tests/examples"
cd "$work"
PATH="$work/venv/bin:$PATH" sh demo.sh
