"""The HTML importer: ``read_html`` for pages and mails, ``read_fragment`` for the clipboard."""

from bnews_desk.importers.html.fragment import read_fragment
from bnews_desk.importers.html.reader import read_html

__all__ = ["read_fragment", "read_html"]
