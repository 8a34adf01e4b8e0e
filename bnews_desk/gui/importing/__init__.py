"""Importing in one warm worker process, so that no file can hold up the window.

:mod:`~bnews_desk.gui.importing.service` is the window's side; nothing of Qt may be imported here
or in :mod:`~bnews_desk.gui.importing.worker`, which runs in the other process.
"""
