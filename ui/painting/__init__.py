"""What the program draws or measures itself: icons, codes, words, millimetres."""
