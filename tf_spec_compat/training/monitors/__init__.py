"""Monitors, which watch training; hooks have succeeded them."""
