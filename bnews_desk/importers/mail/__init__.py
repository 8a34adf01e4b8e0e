"""Reading mails: :func:`read_eml` for internet messages, :func:`read_msg` for Outlook's.

``eml`` and ``msg`` take a mail apart into one :class:`~bnews_desk.importers.mail.message.Mail`;
``plain`` makes paragraphs of a body without markup, ``reading`` makes the release.
"""

from bnews_desk.importers.mail.reading import read_eml, read_msg

__all__ = ["read_eml", "read_msg"]
