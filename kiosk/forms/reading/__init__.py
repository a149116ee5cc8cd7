"""How an XForm is read, and its rules put in order."""
