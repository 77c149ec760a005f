"""The core of Intake: everything but the windows. It never imports Qt."""
