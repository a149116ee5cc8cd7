"""The words of the starter pack that `new` writes."""
