"""The event editor: a draft, its pages, and the ways out of it: carried, tried, or used here."""
