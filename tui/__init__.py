"""The review screen lives here: going through the pairs of an alignment and correcting them.

It draws and listens; every rule it applies is a function of `aligner`. Empty in this release.
"""
