"""Kotak masuk: a folder that is watched, whose new files come in with one key."""
