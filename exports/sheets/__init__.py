"""Tables as files: CSV and XLSX, whole or not at all."""
