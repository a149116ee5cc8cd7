"""What the team at the stall may do, and how it shows that it is the team."""
