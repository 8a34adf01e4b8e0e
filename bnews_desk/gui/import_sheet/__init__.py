"""The sheet on which an editor sees what a release brought and says what goes into the copy."""
