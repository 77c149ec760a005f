"""The desk of those who review drafts."""
