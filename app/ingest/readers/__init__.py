"""One module for each family of formats. `app.ingest.registry` finds them; they do not know each other."""
