"""The page of the office's keys: each thing that is done with one is a small class that gives its steps."""
