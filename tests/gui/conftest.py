"""Every window test runs without a screen, and any warning of Qt's fails it."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
