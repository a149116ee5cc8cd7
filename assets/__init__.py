"""Read-only inputs: icons, words, keyboards, sounds, the charter, the practice event."""
