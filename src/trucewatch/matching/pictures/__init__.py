"""Pixels → what a picture is recognised by → which earlier pictures it repeats. Suggestions for a person, never findings."""
