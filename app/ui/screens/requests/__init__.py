"""Requests: what was asked of whom, when the answer is due and why, what came."""
