"""Journeys, written once as deeds, and taken in four ways: full screen, arrow keys, typed numbers, commands."""
