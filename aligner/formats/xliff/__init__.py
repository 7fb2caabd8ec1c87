"""XLIFF 1.2 and 2.1, the files that translation is done in: reading and writing."""
