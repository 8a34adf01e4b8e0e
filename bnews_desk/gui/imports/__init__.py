"""Importing in one warm worker process, so that no file can hold up the window.

``service`` is the window's side; nothing of Qt may be imported here or in ``worker``, which runs in
the other process.
"""
