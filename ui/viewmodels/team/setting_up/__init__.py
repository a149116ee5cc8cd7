"""Setting up a real event, step by step: each step is a small class that gives a sheet."""
