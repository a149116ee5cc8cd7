"""A whole day on a stall: kept running, kept awake, and kept to itself."""
