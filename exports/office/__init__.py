"""What staff read in the window: every answer opened once, as pages of a table, as people, as words."""
