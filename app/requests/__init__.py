"""Requests and the dates that follow from them: rules are data in `resources/rules`."""
