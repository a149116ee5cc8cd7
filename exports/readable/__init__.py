"""What staff read: the tables of DATA.md out of opened records."""
