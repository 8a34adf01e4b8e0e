"""Group A: the house frame: missing parts, wrong parts, leftovers of the press release."""
