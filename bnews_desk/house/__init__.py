"""The newsroom's style sheet, registers and rules.

``style`` has the immutable value that the program uses; ``style_sheet`` reads it from TOML and
reports faults.
"""
