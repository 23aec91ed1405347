"""E-mails in text: their header blocks, times, quoted messages."""
