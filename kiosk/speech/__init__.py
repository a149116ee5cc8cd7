"""The speaker, its worker process, the voices."""
