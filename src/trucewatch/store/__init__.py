"""A case on disk: tables, blobs, decisions and the hash-chained event log."""
