"""Reading PDF (ISO 32000): ``read_pdf`` is the door.

``library`` is the one place that calls PDFium, ``words`` takes a page's words from it, ``rows``
puts them on lines, ``order`` the lines in the order in which they are read, ``furniture`` drops
what every page bears, ``paragraphs`` joins the lines that were broken, ``hyphens`` the words.
"""

from bnews_desk.importers.pdf.reading import read_pdf

__all__ = ["read_pdf"]
