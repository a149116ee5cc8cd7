"""Answers that are spoken: recorded, listened back to, and turned into a file for the office. No Qt."""
