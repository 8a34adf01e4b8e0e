"""Siap tayang: the checklist of a release, its sign-off, export and printing.

``export_choices`` and ``export_writer`` do not import Qt.
"""
