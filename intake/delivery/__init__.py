"""A draft on its way from vault to vault: what window and command line both do with vault and packages."""
