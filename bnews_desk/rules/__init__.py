"""The rules and the checker that runs them.

:mod:`~bnews_desk.rules.rule` says what a rule is, :mod:`~bnews_desk.rules.catalogue` has all of
them, :mod:`~bnews_desk.rules.checker` runs them, :mod:`~bnews_desk.rules.fix_all` fixes until
nothing safe is left. One folder a group of the catalogue, one module a topic.
"""
