"""The Qt shell of Intake: windows over the core, no knowledge of their own."""
