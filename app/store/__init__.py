"""The encrypted case: the only package with SQL. Rows stay here; values leave."""
