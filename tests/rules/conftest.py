"""Makes ``trial_kit`` importable for the tests below this folder."""
