"""How the program looks and behaves, and what belongs to the case: family, passphrase, backup."""
