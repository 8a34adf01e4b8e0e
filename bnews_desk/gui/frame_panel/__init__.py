"""Kelengkapan: the house frame as fields bound to the text, and the publishing details.

:mod:`~bnews_desk.gui.frame_panel.panel` is the widget; what it writes into the text is made by
:mod:`~bnews_desk.gui.frame_panel.edits`, which knows no Qt.
"""
