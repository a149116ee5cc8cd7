"""Event Kiosk: what the kiosk knows and keeps. No Qt, no PDF."""
