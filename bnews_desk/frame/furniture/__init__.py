"""Press-release furniture: the words it is known by, and lines judged by them."""
