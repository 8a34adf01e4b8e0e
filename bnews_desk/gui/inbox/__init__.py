"""Kotak masuk: a watched folder, whose new files are imported with one key."""
