"""The commands, a module each: its `command` is imported when it is asked for."""
