"""One filling-in at work: its answers, its choices, and what follows from what."""
