"""Everything that leaves the vault, and only when a person asks for it."""
