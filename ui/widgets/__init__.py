"""The shared parts of every page."""
