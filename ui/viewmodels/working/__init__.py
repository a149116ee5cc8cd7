"""Working together: what the charter makes of the kiosk (COPRODUCTION.md)."""
