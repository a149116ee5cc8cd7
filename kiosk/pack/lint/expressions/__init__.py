"""What is wrong in the expressions of a form."""
