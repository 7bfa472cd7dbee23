"""The rewrites that `migrate` makes, one a module; `catalog` lists them without LibCST."""
