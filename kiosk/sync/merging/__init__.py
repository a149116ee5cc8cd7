"""Packs taken in: read as if from a stranger, checked row by row, put in all or nothing."""
