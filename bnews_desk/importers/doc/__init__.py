"""Reading old Word files (DOC) through LibreOffice.

``office`` finds LibreOffice, ``keeper`` is the process that runs it and ends with us,
``conversion`` talks to that, ``reading`` takes what comes back through the DOCX reader.
"""
