"""Exporters: a module or package for each format; ``export_formats`` picks one."""
