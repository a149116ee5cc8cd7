"""What is wrong in event.xlsx."""
