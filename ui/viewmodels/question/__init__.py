"""One question on its page: what is offered, written, found and drawn."""
