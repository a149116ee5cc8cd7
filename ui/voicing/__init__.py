"""What a finger or the keys find on the screen, in words, and how a touch is taken."""
