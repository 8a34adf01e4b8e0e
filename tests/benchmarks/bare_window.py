"""The minimal window with a text to which the frozen program's start is compared."""

import os
import sys

from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

application = QApplication(sys.argv)
window = QMainWindow()
view = QTextEdit()
view.setViewportMargins(320, 80, 320, 0)
view.setFont(QFont("Georgia", 13))
with open(os.path.join(os.environ["BNEWS_DESK_HOME"], "naskah.txt"), encoding="utf-8") as file:
    view.setPlainText(file.read())
headline = QTextCursor(view.document())
headline.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
large = headline.charFormat()
large.setFont(QFont("Georgia", 22, QFont.Weight.Bold))
headline.setCharFormat(large)
window.setCentralWidget(view)
window.resize(1366, 768)
window.show()
window.activateWindow()
view.setFocus()
application.exec()
