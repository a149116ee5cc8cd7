"""Sound as samples: recorded, stretched, growing while it plays, and played."""
