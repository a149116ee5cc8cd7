"""XPath 1.0 with the OpenRosa functions, compiled once to closures."""
