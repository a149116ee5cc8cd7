"""How the resident wants it: language, look and voice."""
