"""Kelengkapan: fields for the parts of the house frame, and the publishing details.

``frame_panel`` holds the widget; the edits of the text are made in ``frame_panel_edits``, which
does not import Qt.
"""
