"""One desk an event: whoever opens it a second time is shown the window that is there already.

A desk listens at an address made of the event's id and the place of its file: a copy of a file has the same id
and is another event. On Unix the address is a socket in the user's own folder for such things; one that a killed
desk left behind is taken over.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from uuid import UUID

import platformdirs
from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS, ANSWER_MS, LOCK_MS = 500, 3_000, 5_000
HERE = b"here"
LONGEST = 100
"""Bytes a socket's path may have on every Unix."""


def address(event: UUID, place: str) -> str:
    """Where the desk of an event listens; `place` is its file or server."""
    where = place if "://" in place else os.path.realpath(place)
    name = hashlib.sha256(f"{event}\n{where}".encode()).hexdigest()[:24]
    if os.name == "nt":
        return f"forumdesk-{name}"
    with contextlib.suppress(OSError):
        folder = platformdirs.user_runtime_path("forumdesk", appauthor=False, ensure_exists=True)
        folder.chmod(0o700)
        if len(os.fsencode(folder / name)) <= LONGEST:
            return str(folder / name)
    return str(Path(tempfile.gettempdir()) / f"forumdesk-{os.getuid()}-{name}")


class Single(QObject):
    """The place of the one desk at an address. `wanted` says that somebody has asked for its window."""

    wanted = Signal()

    def __init__(self, at: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_asked)

    def take(self) -> bool:
        """Take the place; False where another desk has it, which has then been asked to show its window.

        A desk that does not answer is no reason to keep anybody out: two desks on one file do no harm.
        """
        lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{Path(self._at).name}.lock"))
        lock.tryLock(LOCK_MS)  # so that two that start at once do not take over each other's socket
        try:
            if _is_answered(self._at):
                return False
            if not self._server.listen(self._at):
                QLocalServer.removeServer(self._at)
                self._server.listen(self._at)
            return True
        finally:
            lock.unlock()

    def leave(self) -> None:
        """Give the place up."""
        self._server.close()

    def _on_asked(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.write(HERE)
            socket.flush()
            socket.disconnectFromServer()
        self.wanted.emit()


def _is_answered(at: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(at)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    answered = socket.bytesAvailable() >= len(HERE) or socket.waitForReadyRead(ANSWER_MS)
    return answered and bytes(socket.readAll().data()) == HERE
