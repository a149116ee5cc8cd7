"""What stands behind the window's pages: storage for a visit, for working together, for the team."""
