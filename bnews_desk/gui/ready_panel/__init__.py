"""Siap tayang: what still stands between a release and its readers, and the way out.

:mod:`~bnews_desk.gui.ready_panel.panel` is the widget; what it knows of a release comes from
:mod:`~bnews_desk.gui.ready_panel.checklist` and what it writes goes through
:mod:`~bnews_desk.gui.ready_panel.writing`, neither of which knows Qt.
"""
