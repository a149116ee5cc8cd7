"""One resident's visit: promise, questions, check, reference, start again, idle reset."""
