"""The timeline: density strip above, filters, entries by month, and the page beside them."""
