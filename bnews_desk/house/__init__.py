"""The newsroom's style sheet, registers and rules.

:mod:`~bnews_desk.house.style` is the value that everything is handed,
:mod:`~bnews_desk.house.style_sheet` reads it from TOML and reports what is wrong there.
"""
