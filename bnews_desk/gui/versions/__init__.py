"""Earlier states of a release: listed, compared word by word, restored."""
