"""The office's pages: what the commands of staff do, without a command line."""
