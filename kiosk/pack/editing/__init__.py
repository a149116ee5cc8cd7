"""A pack that staff work on: its workbooks written cell by cell, all that is not known left as it is."""
