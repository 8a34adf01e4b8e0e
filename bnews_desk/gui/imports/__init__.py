"""Imports files in one worker process kept ready, so that no file can block the window.

``import_service`` is the window's side. Neither this module nor ``import_worker`` may import Qt:
they are loaded in the worker process.
"""
