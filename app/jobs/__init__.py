"""Running things: in child processes with limits, and on store lanes. No Qt."""
