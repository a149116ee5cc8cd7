"""Spoken clips: the texts of a draft, recorded by somebody who speaks the language."""
