"""Measurements of the program, run by hand from the repository's root; no part of the package."""
