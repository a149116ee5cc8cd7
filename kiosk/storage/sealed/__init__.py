"""Keys, sealing, and what stands for a person: who may open what."""
