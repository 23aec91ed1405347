"""Bytes of a received file in, an `ExtractedDocument` out. Runs in child processes; reaches neither store nor keys."""
