"""What staff write, read as rows: sources, workbooks, XLSForms and event.xlsx."""
