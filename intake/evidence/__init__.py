"""Files that come as answers: what they are by their content, and what may be shown of them."""

LOOK = "look-at-a-file"
"""The hidden argument with which a frozen program, in which Python takes no `-m`, starts the child."""
