"""Press-release furniture: patterns that recognise it, and the judgement of single lines."""
