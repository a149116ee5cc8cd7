"""The report "what we heard": facts gathered once, said in blocks, set as a PDF or an HTML page."""
