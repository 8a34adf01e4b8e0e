"""The importer of old Word files (DOC), which LibreOffice converts to DOCX first."""
