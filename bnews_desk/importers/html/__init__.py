"""Reading web pages, saved by a browser or written by a program: ``read_html`` is the door,
``read_fragment`` that for pieces of pages from the clipboard.

``opening`` decodes and parses within limits, ``walk`` reads elements into lines, ``looks`` says
what their tags and styles mean, ``article`` tells the article of a page from its menus.
"""

from bnews_desk.importers.html.fragment import read_fragment
from bnews_desk.importers.html.reading import read_html

__all__ = ["read_fragment", "read_html"]
