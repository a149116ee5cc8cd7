"""The words of a form: phrases with answers in them, down to plain text."""
