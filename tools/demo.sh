# Runs an unmodified TF1 program on TensorFlow 2, then serves what it exported with plain TensorFlow 2.
# Usage: sh tools/demo.sh   (in an environment with the package installed, where examples/ is)
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What goes to standard error is TensorFlow's chatter on starting, unless something fails.
run() {
    echo "-- $*"
    "$@" 2>"$work/stderr" || { cat "$work/stderr" >&2; exit 1; }
    echo
}

run python -m tf_spec_compat run examples/legacy/iris_head.py --export_dir="$work/export"
run python examples/serve.py "$work/export"
