# Each target makes the virtual environments it needs under .venv/ (see tools/each.sh); the first one to need
# an environment downloads TensorFlow, later ones start at once and need no network.
#   PYTHON=/path/to/python3.10 make test     uses that Python alone
#   make test PYTEST="tests/specs -k export" runs a part of the suite

MATRIX = tf2.12 tf2.13 tf2.14 tf2.15 tf2.16 tf2.17 tf2.18 tf2.19 tf2.20 tf2.21 tf2.22
SELECTED = tf2.12 tf2.16 tf2.22
RELEASED = tf2.12 tf2.22
TIMES = 5
COUNT = 200
SEED = 1

NEWEST = tf2.21
OLDEST = tf2.15
LINES = $(OLDEST) $(NEWEST)
PYTEST =

# TensorFlow's own chatter on starting; errors are still shown.
export TF_CPP_MIN_LOG_LEVEL ?= 2

.DEFAULT_GOAL = help
.PHONY: help demo test lines matrix nightly flicker mutants lint docs format bench dist wheel-demo \
    release changelog lock clean

help:
	@echo "make demo    an unmodified TF1 program trains, evaluates, predicts and exports on TensorFlow 2"
	@echo "make test    the test suite, on each supported line of TensorFlow that this machine can have"
	@echo "make lint    ruff, mypy, pyright, and whether stubs and pages are current"
	@echo "make docs    the site, into build/site; open index.html there"
	@echo "make bench   the benchmarks, as ratios"
	@echo "make dist    sdist and wheel, into dist; docs/install.md says how to install from there"
	@echo "also: format (ruff's own fixes), wheel-demo (the demo from the wheel alone), lock (renew the pins),"
	@echo "      lines, matrix, nightly (the tests on more TensorFlows), flicker, mutants (tests of the tests),"
	@echo "      changelog, release (everything but publishing; with TAG=yes the tag), clean"
	@echo "each makes what it needs under .venv; CONTRIBUTING.md has their options"

demo:
	@sh tools/each.sh --first $(NEWEST) $(OLDEST) -- sh tools/demo.sh

test:
	@sh tools/each.sh $(LINES) -- python -m pytest -n 2 $(PYTEST)

# A selection of the tests on the oldest line, the first one without tf.estimator, and the newest; for
# changes to `_tf`, and before a release.
lines:
	@sh tools/each.sh $(SELECTED) -- python tools/matrix.py

# The same on every line of TensorFlow; what came of it is in docs/matrix.md.
matrix:
	@sh tools/each.sh $(MATRIX) -- python tools/matrix.py --keep

# The same on what TensorFlow will be: its newest build, which nothing pins.
nightly:
	@sh tools/each.sh nightly -- python tools/matrix.py

# The suite again and again, in random orders and under load: make flicker TIMES=20 PYTEST=tests/specs
flicker:
	@sh tools/each.sh $(LINES) -- python tools/flicker.py --times $(TIMES) $(PYTEST)

# Small changes to the package that its tests should notice: make mutants COUNT=200 SEED=1
mutants:
	@sh tools/each.sh $(NEWEST) -- python tools/mutants.py --count $(COUNT) --seed $(SEED)

# Type checkers pass over a file that has a stub beside it, so mypy gets these by name.
lint:
	@sh tools/each.sh tools -- sh -c \
	    'code=0; for check in "ruff check ." "ruff format --check ." \
	    "python tools/stubs.py --check" "python tools/docs.py --check" \
	    mypy "mypy $$(python tools/stubs.py --shadowed)" "python -m pytest -q -rs tests/typing tests/project"; \
	    do $$check || code=1; done; exit $$code'

# Warnings are errors. It needs no network, nor TensorFlow: the reference is read from the sources.
docs:
	@sh tools/each.sh tools -- env NO_MKDOCS_2_WARNING=1 mkdocs build --quiet --clean
	@echo "Open build/site/index.html; for its search: python3 -m http.server --directory build/site"

format:
	@sh tools/each.sh tools -- sh -ec 'ruff check --fix .; ruff format .'

bench:
	@sh tools/each.sh $(LINES) -- python -m benchmarks

# The same bytes each time, see tools/dist.py.
dist:
	@rm -rf dist build
	@sh tools/each.sh tools -- python tools/dist.py

wheel-demo: dist
	@sh tools/each.sh $(LINES) -- sh tools/wheel_demo.sh

# A dry run: it builds twice and compares, checks what was built, and tries the wheel in empty environments on
# the oldest line and the newest. TAG=yes tags the commit, PUBLISH=yes wants what an index wants.
release:
	@sh tools/each.sh tools -- python tools/release.py check $(if $(PUBLISH),--publish)
	@sh tools/each.sh $(RELEASED) -- sh tools/wheel_demo.sh
	@sh tools/each.sh tools -- python tools/release.py finish $(if $(TAG),--tag)

# Puts the fragments of changelog.d/ into CHANGELOG.md, under the version of tf_spec_compat/__init__.py.
changelog:
	@sh tools/each.sh tools -- sh -c 'towncrier build --yes --version \
	    "$$(sed -n "s/^__version__ = \"\(.*\)\"/\1/p" tf_spec_compat/__init__.py)"'

# Keeps what still fits; UPGRADE=--upgrade takes the newest of everything.
lock:
	@sh tools/each.sh tools -- sh tools/lock.sh $(UPGRADE)

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
