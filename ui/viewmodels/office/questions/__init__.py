"""The question editor: the forms of a draft, the questions of one, and a page for each thing to change."""
