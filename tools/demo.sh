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

program=examples/legacy/iris_head.py
recorded=tests/examples/iris_head.txt
python -c 'import sys; from importlib.metadata import version
print("-- TensorFlow", version("tensorflow"), "on Python", sys.version.split()[0])'
echo "-- $program is a TF1 program, unedited: it imports tensorflow.contrib, and nothing of this package."
echo "   To the left what it printed under TensorFlow 1.15.5 on Python 3.7, to the right what it prints now."
echo
run python -m tf_spec_compat run $program --export_dir="$work/export" >"$work/printed"
head -n 1 "$work/printed" # the command
sed '1d; $d' "$work/printed" | python examples/beside.py $recorded /dev/stdin
echo "(the folder; the program asks for the version of its TensorFlow, and sees that of TF 1)"
echo
run python examples/serve.py "$work/export"
