"""What comes into the office and how it is kept: packs, tablets, keys, keeping, and the audit trail."""
