"""The newsroom's style sheet, registers and rules.

``style`` is the value that everything is handed, ``style_sheet`` reads it from TOML and reports
what is wrong there.
"""
