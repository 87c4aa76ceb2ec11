"""What a script would add to an event, as a draft that somebody looks through before it is accepted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from forumdesk.base.errors import Refused
from forumdesk.base.files import reading, replacing
from forumdesk.base.words import NOOP
from forumdesk.exchange.script_files import read_script
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.reading import read

FORMAT, SUFFIX = "forumdesk-draft", ".json"


class NotADraft(Refused):
    """The file is no draft. Facts: path, reason."""

    code = "not-a-draft"
    sentence = NOOP("{path} is no draft of a script ({reason}).")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found in a script, in its order. `source` is the name of its file."""

    source: str
    findings: Sequence[Finding]

    def line(self) -> dict[str, Any]:
        """Ready for JSON: fields that say nothing are left out."""
        return {"format": FORMAT, "source": self.source, "findings": list(map(_told, self.findings))}

    def accepted(self) -> Draft:
        """All of it accepted, except whom the script only mentions."""
        return Draft(
            self.source,
            [replace(one, accepted=one.adds and one.what is not What.MENTION) for one in self.findings],
        )

    def counts(self) -> dict[str, int]:
        """How many there are of each kind of finding."""
        found = [one.what for one in self.findings]
        return {what.value: found.count(what) for what in What if what in found}


def draft_of(path: Path) -> Draft:
    """The draft of a script file (.docx, .txt); raises what `read_script` does."""
    return Draft(path.name, read(read_script(path)))


def draft_in(path: Path) -> Draft:
    """The draft in a file (.json), or that of a script."""
    return read_draft(path) if path.suffix.lower() == SUFFIX else draft_of(path)


def write_draft(draft: Draft, out: Path) -> None:
    """Write a draft as JSON, for people to look through and for `read_draft`. Raises `CannotWrite`."""
    with replacing(out) as fresh:
        fresh.write_text(json.dumps(draft.line(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_draft(path: Path) -> Draft:
    """A draft that was written before and looked through since. Raises `NotADraft`, or what `reading` does."""
    with reading(path):
        content = path.read_bytes()
    try:
        read_in = msgspec.json.decode(content, type=_DraftFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotADraft(path=path, reason=str(error).rstrip(".")) from error
    return Draft(read_in.source, read_in.findings)


class _DraftFile(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["forumdesk-draft"]
    source: str
    findings: list[Finding]


def _told(finding: Finding) -> dict[str, Any]:
    given = {name: value for name, value in asdict(finding).items() if value}
    return given | {"accepted": finding.accepted}


def chosen(findings: Iterable[Finding]) -> list[Finding]:
    """Those that were accepted and can be entered: what belongs to an item that was not accepted goes with it."""
    findings = list(findings)
    items = {one.item for one in findings if one.what is What.ITEM and one.accepted}
    free = {What.THEME, What.DATE, What.TIME, What.PLACE, What.ORGANISER, What.GUEST, What.MENTION}
    return [one for one in findings if one.accepted and one.adds and (one.what in free or one.item in items)]
