"""Windows' restrictions on file names.

The names that the program makes are valid on Windows whatever the system, since files are copied
between computers. Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import re

LONGEST_NAME = 255
"""Greatest length of a name in UTF-16 units."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|:|$)", re.I)
"""The name of a device, which Windows opens whatever the extension."""


def file_name_fault(name: str) -> str:
    """Why Windows would refuse a file name or take it for another; '' where it would not.

    It is a part of a sentence, to be put behind "karena".
    """
    device = _DEVICE.match(name)
    if device:
        return f"“{device[1]}” di Windows adalah nama perangkat, bukan berkas"
    odd = _FORBIDDEN.search(name)
    if odd:
        shown = f"“{odd[0]}”" if odd[0].isprintable() else "karakter kendali"
        return f"nama berkas di Windows tidak boleh memuat {shown}"
    if len(name.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_NAME:
        return "nama berkasnya terlalu panjang"
    if name != name.rstrip(" ."):
        return "nama berkas di Windows tidak boleh berakhir dengan titik atau spasi"
    return ""


def avoid_device_name(name: str) -> str:
    """``name`` with an underscore after a device's name."""
    return _DEVICE.sub(r"\1_", name, count=1) if _DEVICE.match(name) else name
