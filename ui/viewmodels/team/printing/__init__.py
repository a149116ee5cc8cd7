"""Print: things for the wall and the table, from the team's desk."""
