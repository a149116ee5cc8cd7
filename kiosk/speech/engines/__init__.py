"""The voices that there are, and the engines that speak with them."""
