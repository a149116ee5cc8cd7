"""How this machine is: its screen, what a stall needs, and a file for whoever helps."""
