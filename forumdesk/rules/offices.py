"""Cells that hold more than one thing: a name with its office, an organisation with a title."""

from __future__ import annotations

import re

_BRACKETED = re.compile(r"(?s)(.+?)\s*[（(]\s*(.+?)\s*[)）]\s*\Z")
_SEPARATED = re.compile(r"(?s)(.+?)\s*(?:[,，、;；/|]|\s[-–—]\s|[:：\n])\s*(.+)\Z")
_TITLE = re.compile(
    "(?:党组|党委|工委|常务|执行|首席|高级|特聘|名誉|荣誉|联合|创始|原|前|副|总|代)*"
    "(?:董事长|理事长|秘书长|委员长|部长|司长|局长|处长|科长|厅长|省长|市长|区长|县长|镇长|州长|校长|院长|所长|会长|"
    "行长|社长|台长|站长|馆长|组长|队长|团长|班长|书记|主任|主席|主管|主编|总裁|总监|总经理|经理|总工程师|工程师|"
    "教授|研究员|院士|博士后|讲师|导师|顾问|专员|干事|代表|大使|参赞|领事|巡视员|调研员|助理|合伙人|创始人|负责人|"
    "发言人|执行官|会员|委员|专家|记者|编辑|翻译|律师|医师|医生)"
    r"(?:[、/兼](?:.*))?\Z"
)
_TITLE_WORDS = re.compile(
    r"(?i)\b(?:president|chair(?:man|woman|person)?|director|manager|head|officer|c[eftio]o|founder|minister|mayor|"
    r"professor|dean|rector|secretary|ambassador|partner|lead(?:er)?|engineer|consultant|adviser|advisor|editor|"
    r"fellow|researcher|lecturer|deputy|vice|chief|commissioner|counsel|bürgermeister\w*|oberbürgermeister\w*|"
    r"geschäftsführer\w*|präsident\w*|gründungspräsident\w*|chefredakteur\w*|leiter\w*)\b"
)


def name_and_office(text: str) -> tuple[str, str]:
    """The name and what stands behind it, in brackets or behind a comma; no office where there is neither.

    >>> name_and_office("张洋（工业和信息化部 副部长）"), name_and_office("Julia Kleber, polidia GmbH")
    (('张洋', '工业和信息化部 副部长'), ('Julia Kleber', 'polidia GmbH'))
    """
    found = _BRACKETED.match(text) or _SEPARATED.match(text)
    return (found[1].strip(), found[2].strip()) if found else (text.strip(), "")


def organisation_and_title(text: str) -> tuple[str, str]:
    """An office as organisation and title; where no title can be told apart the whole is the organisation.

    >>> organisation_and_title("工业和信息化部 副部长"), organisation_and_title("工业和信息化部副部长")
    (('工业和信息化部', '副部长'), ('工业和信息化部', '副部长'))
    >>> organisation_and_title("Head of Unit, City of Munich"), organisation_and_title("polidia GmbH")
    (('City of Munich', 'Head of Unit'), ('polidia GmbH', ''))
    """
    text = text.strip()
    if found := _SEPARATED.match(text):
        one, other = found[1], found[2]
        is_title_first = _is_title(one) and not _is_title(other)
        return (other, one) if is_title_first else (one, other)
    spaced = text.rsplit(None, 1)
    if len(spaced) == 2 and _TITLE.search(spaced[1]):
        return spaced[0], spaced[1]
    if (title := _TITLE.search(text)) and title.start():
        return text[: title.start()].rstrip(), title[0]
    return ("", text) if _is_title(text) else (text, "")


def _is_title(text: str) -> bool:
    return bool(_TITLE_WORDS.search(text) or _TITLE.match(text))
