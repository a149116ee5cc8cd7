"""The office's pages for reading and giving out: answers, export, sign-ups, people's own words."""
