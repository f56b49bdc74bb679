"""True or false: what of a sentence may be changed so that it is surely false, and nothing else of it."""
