"""Plain words set into lines: direction, line breaks, fonts, shapes. No markup is known here."""
