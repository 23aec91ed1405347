"""Before a case is open: the three doors, the questions of a new case, the lock and the blank page."""
