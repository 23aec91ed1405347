"""The documents of a giant file: a strip of its pages, cut where documents begin."""
