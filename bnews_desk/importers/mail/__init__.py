"""The mail importer: EML (RFC 5322, MIME) and Outlook's MSG (MS-OXMSG)."""

from bnews_desk.importers.mail.reader import read_eml, read_msg

__all__ = ["read_eml", "read_msg"]
