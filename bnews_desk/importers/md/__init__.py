"""Reading Markdown (CommonMark 0.31 with tables, struck text and footnotes): ``read_md``."""

from bnews_desk.importers.md.reading import read_md

__all__ = ["read_md"]
