"""One program a screen: whoever starts it again, or opens a file from outside, is served by the one that runs.

It listens at an address of the user and the screen. On Unix that is a socket in the user's own folder for such
things; one that a killed program left behind is taken over. Where there is no socket nobody has to be asked, and a
program listens only once its window is filled: what that needs of Qt is not loaded before.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from forumdesk.base import places

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS, ANSWER_MS, LOCK_MS = 500, 3_000, 5_000
HERE, END = b"here", b"\n"
LONGEST = 100
"""Bytes a socket's path may have on every Unix."""
SCREEN = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


def address() -> str:
    """Where the program of this user listens that shows its windows on this screen."""
    screen = "\n".join(os.environ.get(variable, "") for variable in SCREEN).encode()
    name = bytes(QCryptographicHash.hash(screen, QCryptographicHash.Algorithm.Sha256).toHex().data()).decode()[:24]
    if os.name == "nt":
        return f"forumdesk-{os.getlogin()}-{name}"
    with contextlib.suppress(OSError):
        folder = places.runtime()
        folder.chmod(0o700)
        if len(os.fsencode(folder / name)) <= LONGEST:
            return str(folder / name)
    return str(Path(tempfile.gettempdir()) / f"forumdesk-{os.getuid()}-{name}")


class Single(QObject):
    """The place of the one program at an address. `asked` says what a later one was to open; "" is nothing."""

    asked = Signal(str)

    def __init__(self, at: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self._server: QLocalServer | None = None
        self._lock = QLockFile(f"{Path(tempfile.gettempdir()) / at}.lock")

    def take(self, target: str) -> bool:
        """Take the place; False where a program has it, which has then been asked to open the target.

        One that does not answer is no reason to keep anybody out: two desks on one file do no harm.
        Whoever takes it will `listen`; another that starts meanwhile waits for that.
        """
        self._lock.tryLock(LOCK_MS)
        is_free = not _is_served(self._at, target)
        if not is_free:
            self._lock.unlock()
        return is_free

    def listen(self) -> None:
        """Hear from now on of others who want something opened."""
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(partial(self._on_called, server))
        if not server.listen(self._at):
            QLocalServer.removeServer(self._at)
            server.listen(self._at)
        self._lock.unlock()

    def leave(self) -> None:
        """Give the place up."""
        self._lock.unlock()
        if self._server is not None:
            self._server.close()

    def _on_called(self, server: QLocalServer) -> None:
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._on_written, socket))
            self._on_written(socket)

    def _on_written(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        target = bytes(socket.readLine().data()).removesuffix(END)
        socket.write(HERE)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(os.fsdecode(target))


def _is_served(at: str, target: str) -> bool:
    if os.name != "nt" and not os.path.lexists(at):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(at)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(os.fsencode(target) + END)
    socket.flush()
    answered = socket.bytesAvailable() >= len(HERE) or socket.waitForReadyRead(ANSWER_MS)
    return answered and bytes(socket.readAll().data()) == HERE
