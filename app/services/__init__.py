"""One function for each thing that a person can do. The window and the command line both call these and nothing below."""
