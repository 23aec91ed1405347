"""The machine: paths, settings, keys, files, locks. No Qt, no SQL."""
