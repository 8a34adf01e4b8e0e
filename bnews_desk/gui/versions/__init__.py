"""Earlier states of a release: listed, compared word by word, made present again."""
