"""The windows of the hand-over: a draft leaves sealed, arrives, is answered."""
