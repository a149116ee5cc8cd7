"""What staff see beside the window while they try a pack."""
