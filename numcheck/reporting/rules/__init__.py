"""Rules to look at: on a terminal, as pages of the reference, and at work on a sentence."""
