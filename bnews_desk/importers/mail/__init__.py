"""Reading mails: ``read_eml`` for internet messages, ``read_msg`` for Outlook's.

``eml`` and ``msg`` take a mail apart into one ``Mail``;
``plain`` makes paragraphs of a body without markup, ``reading`` makes the release.
"""

from bnews_desk.importers.mail.reading import read_eml, read_msg

__all__ = ["read_eml", "read_msg"]
