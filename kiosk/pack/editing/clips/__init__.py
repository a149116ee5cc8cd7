"""Spoken clips of a pack: which texts want one, what becomes of the sound, where its name is written."""
