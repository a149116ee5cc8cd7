"""One QObject per page; no logic that kiosk/ could own."""
