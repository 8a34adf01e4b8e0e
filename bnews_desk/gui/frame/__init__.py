"""Kelengkapan: the house frame as fields bound to the text, and the publishing details.

``panel`` is the widget; what it writes into the text is made by ``edits``, which knows no Qt.
"""
