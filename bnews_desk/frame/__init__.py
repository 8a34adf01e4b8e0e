"""The house frame: dateline, related lines, source tag and editor credit, read and written.

The role of a paragraph is never stored: it is read from the text each time, so that it always fits
what the editor sees. There is one module for each part; ``release_frame`` puts them together.
"""
