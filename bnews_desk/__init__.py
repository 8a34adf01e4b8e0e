"""B-News Desk: the editor in which press releases become publishable articles."""

__version__ = "0.1.0"
