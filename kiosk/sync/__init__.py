"""Transfer packs of CSV out of a tablet, merged into the office."""
