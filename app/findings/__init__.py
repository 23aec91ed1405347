"""Findings: rules over what is known of a case. Pure: a frozen view in, findings out; they run in a child process."""
