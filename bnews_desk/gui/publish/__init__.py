"""Siap tayang: what still stands between a release and its readers, and the way out.

``panel`` is the widget; what it knows of a release comes from
``checklist`` and what it writes goes through
``writing``, neither of which knows Qt.
"""
