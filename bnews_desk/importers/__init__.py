"""Importers: a module or package for each format; ``file_reading`` picks one."""
