"""Pages: one screen each. A page shows values and says what was asked for; it never turns to another."""
