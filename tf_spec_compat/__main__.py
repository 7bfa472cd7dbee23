"""`python -m tf_spec_compat`: the command line."""

from __future__ import annotations

import sys

from tf_spec_compat.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
