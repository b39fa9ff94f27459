"""Runs: settings, wiring, inbox, delivery of notices, timetable, command line."""
