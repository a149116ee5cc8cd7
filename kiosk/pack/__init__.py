"""An event as staff write it: Excel workbooks in, one compiled pack out."""
