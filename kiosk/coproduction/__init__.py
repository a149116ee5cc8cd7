"""The charter's clauses: promises, ideas, offers, introductions, replies, reach."""
