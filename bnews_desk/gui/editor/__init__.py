"""The page: the copy as it will look, under the editor's hands."""
