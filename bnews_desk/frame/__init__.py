"""The house frame: dateline, related lines, source tag and editor credit, read and written.

What a paragraph *is* is never stored: it is read from the text each time, so that what an editor
sees is what is true. One module a part; ``release_frame`` puts them together.
"""
