"""Item models: rows of values behind tables, each usable without a window."""
