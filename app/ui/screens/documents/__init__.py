"""The list of everything that came: filters, sorting, changing many at once, a look at the first page."""
