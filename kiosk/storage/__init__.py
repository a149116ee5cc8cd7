"""SQLite: database, migrations, records, tallies, keys, sealing, audit, retention."""
