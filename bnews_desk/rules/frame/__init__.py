"""Group A: the house frame, what is missing of it, what stands wrong, what is left over."""
