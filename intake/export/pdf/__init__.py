"""A document drawn as PDF."""
