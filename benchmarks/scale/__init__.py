"""Past one office: what one machine does, and other databases on the same packs."""
