"""Machines that are busy with other things must not fail a test: hypothesis has no deadline here."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
