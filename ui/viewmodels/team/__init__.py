"""The team's part of the window: one model a page, each made of the same sheet."""
