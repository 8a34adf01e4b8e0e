"""What was changed between the release as it came and the copy, for the sender or the archive."""

from bnews_desk.exporters.change_report.subject import Subject
from bnews_desk.exporters.change_report.writing import ENDINGS, write_report

__all__ = ["ENDINGS", "Subject", "write_report"]
