"""Conversations of the curator, behind one filter."""
