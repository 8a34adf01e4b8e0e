"""Stands here so that ``trial_kit`` can be imported by the tests below."""
