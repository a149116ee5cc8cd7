"""A visit from Welcome to Thank you."""
