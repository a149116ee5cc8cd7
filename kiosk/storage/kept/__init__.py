"""What people said and what was counted, as rows: kept, corrected, taken out, and ended."""
