"""Measuring: how accurate the alignment is, and how fast. Nothing here is shipped."""
