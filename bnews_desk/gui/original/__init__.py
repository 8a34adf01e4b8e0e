"""The release as it arrived beside the copy that is made of it, word by word."""
