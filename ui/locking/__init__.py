"""What locks the window: keys, time, the desktop; and how little of it stays in memory."""
