"""The commands, by whose they are: the stall's, the pack author's, the office's."""
