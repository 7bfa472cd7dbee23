"""What stands in for names that other libraries dropped; `names/dropped` says which is whose."""
