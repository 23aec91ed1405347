"""Where the documents of a giant file begin: rules over pages, without input or output."""
