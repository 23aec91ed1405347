"""Reading a document page by page, choosing words and marking them."""
