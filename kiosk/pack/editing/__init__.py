"""A pack changed from the window: what staff would otherwise write in Excel."""
