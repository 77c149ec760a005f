"""Dates as people remember them: stored as said, compared on their bounds, never made more certain."""
