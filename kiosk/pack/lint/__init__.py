"""What `check` looks for, one file a meaning."""
