"""Writing a file: whole or not at all, and never over somebody's else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from forumdesk.base.files import CannotWrite, replacing


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_block_that_ends_well_swaps_the_new_file_in(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    out.write_text("old")
    with replacing(out) as fresh:
        fresh.write_text("new")
        assert out.read_text() == "old"
    assert out.read_text() == "new"
    assert names(tmp_path) == ["list.csv"]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    out.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(out) as fresh:
        fresh.write_text("half")
        raise ZeroDivisionError
    assert out.read_text() == "old"
    assert names(tmp_path) == ["list.csv"]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotWrite, match=r"Cannot write .*list\.csv: No such file or directory\."),
        replacing(tmp_path / "no" / "list.csv"),
    ):
        pass


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_came_meanwhile_is_not_covered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)
    out = tmp_path / "x.forum"
    with replacing(out, only_new=True) as fresh:
        fresh.write_text("first")
    assert out.read_text() == "first"
    with pytest.raises(CannotWrite, match="exists"), replacing(out, only_new=True) as fresh:
        fresh.write_text("second")
    assert out.read_text() == "first"
    assert names(tmp_path) == ["x.forum"]


def test_the_new_file_has_the_rights_asked_for(tmp_path: Path) -> None:
    with replacing(tmp_path / "x.forum", mode=0o600) as fresh:
        fresh.write_text("private")
    assert (tmp_path / "x.forum").stat().st_mode & 0o777 == 0o600
