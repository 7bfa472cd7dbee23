# Written by tools/stubs.py; change the tables instead.
