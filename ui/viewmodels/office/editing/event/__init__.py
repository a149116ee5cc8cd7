"""The pages of event.xlsx: each sheet as staff know it."""
