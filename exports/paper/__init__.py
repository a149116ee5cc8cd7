"""What hangs on the wall and lies on the table: poster, card, paper form, slips, charter, recovery sheet."""
