"""What the office adds to what residents said, and decides about it."""
