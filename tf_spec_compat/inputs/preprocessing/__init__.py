"""From words and categories to ids."""
