"""One desk an event: whoever opens it a second time is shown the window that is there already.

A desk listens at an address made of the event's id and the place of its file: a copy of a file has the same id
and is another event. On Unix the address is a socket in the user's own folder for such things; one that a killed
desk left behind is taken over. Where there is no socket nobody has to be asked, and a desk listens only once its
window is seen: what that needs of Qt is not loaded before.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtNetwork import QLocalServer

CONNECT_MS, ANSWER_MS, LOCK_MS = 500, 3_000, 5_000
HERE = b"here"
LONGEST = 100
"""Bytes a socket's path may have on every Unix."""


def address(event: UUID, place: str) -> str:
    """Where the desk of an event listens; `place` is its file or server."""
    where = place if "://" in place else os.path.realpath(place)
    told = f"{event}\n{where}".encode()
    name = bytes(QCryptographicHash.hash(told, QCryptographicHash.Algorithm.Sha256).toHex().data()).decode()[:24]
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
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{Path(at).name}.lock"))

    def take(self) -> bool:
        """Take the place; False where another desk has it, which has then been asked to show its window.

        A desk that does not answer is no reason to keep anybody out: two desks on one file do no harm.
        Whoever takes it will `listen`; another that starts meanwhile waits for that.
        """
        self._lock.tryLock(LOCK_MS)
        is_free = not _is_answered(self._at)
        if not is_free:
            self._lock.unlock()
        return is_free

    def listen(self) -> None:
        """Hear from now on of others who want the window."""
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(partial(self._on_asked, server))
        if not server.listen(self._at):
            QLocalServer.removeServer(self._at)
            server.listen(self._at)
        self._lock.unlock()

    def leave(self) -> None:
        """Give the place up."""
        self._lock.unlock()
        if self._server is not None:
            self._server.close()

    def _on_asked(self, server: QLocalServer) -> None:
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.write(HERE)
            socket.flush()
            socket.disconnectFromServer()
        self.wanted.emit()


def _is_answered(at: str) -> bool:
    if os.name != "nt" and not os.path.lexists(at):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(at)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    answered = socket.bytesAvailable() >= len(HERE) or socket.waitForReadyRead(ANSWER_MS)
    return answered and bytes(socket.readAll().data()) == HERE
