"""The archive: every release with its original, versions, photos and exports.

One schema and one protocol (``Archive``) on SQLite for one editor and on PostgreSQL for a newsroom.
SQLAlchemy is imported with the modules that need it, Alembic only where the schema is created or
migrated.
"""
