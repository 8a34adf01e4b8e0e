"""The archive: every release with its original, its versions and what became of it.

One schema and one protocol (``Archive``) on SQLite for one editor and on PostgreSQL for a newsroom.
SQLAlchemy is imported with the modules that need it and Alembic only where the schema is to be made
or changed.
"""
