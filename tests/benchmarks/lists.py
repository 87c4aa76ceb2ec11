"""What lists cost: out as a workbook and as CSV, and in from a workbook, each against the bare libraries.

    python tests/benchmarks/lists.py [ROWS] [ROUNDS]

Contenders take turns in one run, on 100,000 rows of 15 columns where nothing else is said; the best processor times
are compared. Out: xlsxwriter, and the csv module, on the same rows. In: calamine, and bare inserts of the rows that
come of it, those of the journal among them. Goals: at most 1.5 times. Memory is what a process of its own takes at
its peak: the import's may be that of calamine alone and 100 MB more.
"""

from __future__ import annotations

import csv
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import insert, select
from xlsxwriter import Workbook

from forumdesk.app.founding import found_event
from forumdesk.app.lists.importing import carry_out, read_incoming
from forumdesk.domain.entity import Entity
from forumdesk.exchange.tables import Column, Table, write_csv, write_xlsx
from forumdesk.store.opening import create, open_store

HEADS = "姓名 英文名 单位 职务 手机 邮箱 证件号 类别 状态 胸牌号 座位 备注 称谓 拼音 本国姓名".split()  # noqa: SIM905
TABLES = ("organisation", "person", "post", "attendee", "change")


def rows(count: int) -> Iterator[Sequence[str]]:
    """People who differ."""
    for number in range(count):
        yield (
            f"张{chr(0x4E00 + number % 5000)}{chr(0x4E00 + number // 50)}",
            f"Zhang {number}", f"单位 {number % 3000}",
            f"主任 {number % 10}", f"+86 138{number:08d}", f"u{number}@example.org", f"1101011990{number:08d}",
            "代表", "已确认", f"{number:06d}", f"A{number % 500}", f"备注 {number}", "先生", "zhang", "",
        )  # fmt: skip


def bare_xlsx(count: int, path: Path) -> None:
    """What xlsxwriter takes by itself."""
    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEADS, *rows(count)]):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell)


def bare_csv(count: int, path: Path) -> None:
    """What the csv module takes by itself."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([HEADS, *rows(count)])


def table(count: int) -> Table:
    """The same list for our own writers."""
    return Table("参会名单", [Column(head, 12) for head in HEADS], rows(count))


def read(path: Path) -> None:
    """What calamine takes by itself."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as book:
        book.get_sheet_by_index(0).to_python()


def new_event(folder: Path) -> Path:
    """An event with nobody in it."""
    path = folder / "x.forum"
    path.unlink(missing_ok=True)
    create(str(path), found_event("论坛", "", "zh,en", None, "Asia/Shanghai")).close()
    return path


def taken_in(path: Path, event: Path) -> None:
    """The whole import."""
    store = open_store(str(event))
    carry_out(store, read_incoming(store, "attendees", path))
    store.close()


def read_and_insert(path: Path, imported: dict[str, list[dict[str, object]]], event: Path) -> None:
    """The reader, and the same rows by bare inserts."""
    read(path)
    store = open_store(str(event))
    with store.engine.connect().execution_options(writing=True) as connection, connection.begin():
        for name, held in imported.items():
            if held:
                connection.execute(insert(Entity.metadata.tables[name]), held)
    store.close()


def held(event: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of an event that an import wrote."""
    store = open_store(str(event))
    with store.engine.connect() as connection:
        found = {
            name: [dict(row._mapping) for row in connection.execute(select(Entity.metadata.tables[name]))]
            for name in TABLES
        }
    store.close()
    return found


def processor(job: Callable[[], object]) -> float:
    """The processor's seconds for a job."""
    began = time.process_time()
    job()
    return time.process_time() - began


def peak(job: Callable[[], object]) -> float:
    """The most memory, in MB, that a process of its own takes for a job."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (job,))


def _peak(job: Callable[[], object]) -> float:
    job()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(count: int = 100_000, rounds: int = 3) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        book = folder / "list.xlsx"
        bare_xlsx(count, book)
        taken_in(book, new_event(folder))
        imported = held(folder / "x.forum")
        ours: dict[str, Callable[[], object]] = {
            "xlsx out": lambda: write_xlsx(table(count), folder / "out.xlsx"),
            "csv out": lambda: write_csv(table(count), folder / "out.csv"),
            "xlsx in": lambda: taken_in(book, folder / "x.forum"),
        }
        theirs: dict[str, Callable[[], object]] = {
            "xlsx out": lambda: bare_xlsx(count, folder / "out.xlsx"),
            "csv out": lambda: bare_csv(count, folder / "out.csv"),
            "xlsx in": lambda: read_and_insert(book, imported, folder / "x.forum"),
        }
        for name, job in ours.items():
            own, bare = [], []
            for _ in range(rounds):
                for times, each in ((bare, theirs[name]), (own, job)):
                    new_event(folder)
                    times.append(processor(each))
            print(f"{name}: {min(own):.2f} s against {min(bare):.2f} s: {min(own) / min(bare):.2f} ×")  # noqa: T201
        reader, whole = peak(partial(read, book)), peak(partial(taken_in, book, new_event(folder)))
        print(f"memory: {whole:.0f} MB against the reader's {reader:.0f} MB: {whole - reader:+.0f} MB")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
