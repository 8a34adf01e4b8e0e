"""The original beside the copy, compared word by word."""
