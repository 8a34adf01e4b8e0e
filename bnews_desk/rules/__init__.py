"""The rules and the checker that runs them.

``rule`` says what a rule is, ``catalogue`` has all of
them, ``checker`` runs them, ``fix_all`` fixes until
nothing safe is left. One folder a group of the catalogue, one module a topic.
"""
