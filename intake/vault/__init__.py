"""Everything at rest: an encrypted store of cases, with `intake.vault.vault` as its one door."""
