"""Made-up residents, who use the real screens as anybody would: by what is named on them."""
