"""Writes what TF 1.15.5 does in the cases of `spec_fields_cases` to `golden_spec_fields.json`.

Run by a Python with TF 1.15.5: `python3.7 tests/specs/record_spec_fields.py`.
"""

import json
import os

import spec_fields_cases as cases

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden_spec_fields.json")


def main():
    """Records the signatures and all cases, one a line."""
    if not cases.tf.__version__.startswith("1.15."):
        raise SystemExit(f"Record under TF 1.15.5, not {cases.tf.__version__}.")
    golden = {"signatures": cases.signatures()}
    for name in cases.names():
        golden[name] = cases.run(name, lambda spec: spec.as_estimator_spec())
    lines = [
        f"{json.dumps(name)}: {json.dumps(case, sort_keys=True, separators=(',', ':'))}"
        for name, case in sorted(golden.items())
    ]
    with open(GOLDEN, "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
