"""A case that travels: one sealed file that only those it is meant for can open.

docs/package-format.md describes the file. It is a standard age file, so that the age tool opens it too.
"""
