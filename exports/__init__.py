"""What leaves for people: tables, report, poster, paper form, slips, QR, PDF kit."""
