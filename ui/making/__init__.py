"""Tools for those who build it: pictures of the pages and the paper, and the catalogues of words."""
