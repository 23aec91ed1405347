"""What speaks for or against a document beginning on a page: one module for each kind of evidence."""
