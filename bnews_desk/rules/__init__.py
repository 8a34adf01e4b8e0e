"""The rules and the checker that runs them.

``rule`` defines what a rule is, ``catalogue`` lists all of them, ``checker`` runs them, and
``fix_all`` applies safe fixes until none is left. Each group of the catalogue has a package, each
topic a module.
"""
