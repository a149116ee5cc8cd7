"""Answering back: replies to what residents said, and the report of what was heard."""
