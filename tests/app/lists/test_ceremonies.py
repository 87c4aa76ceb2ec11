"""Lists of organisations, plaques and agreements come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.ceremonies import EditCeremony
from forumdesk.app.lists.ceremonies import NoBatch, NoSuchBatch
from forumdesk.app.lists.importing import Review, carry_out, read_incoming
from forumdesk.base.words import Words
from forumdesk.domain.people import Organisation, Person, Post
from forumdesk.domain.plaques import MoreNamedThanAnnounced, Plaque
from forumdesk.domain.signing import Agreement, Party, Side
from forumdesk.store.store import Store


def bring(
    store: Store, tmp_path: Path, kind: str, text: str, batch: str | None = None, *, language: str = "zh"
) -> Review:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return carry_out(store, read_incoming(store, kind, path, batch=batch, language=language))


def counted(found: Review) -> dict[str, int]:
    return {became.value: count for became, count in found.counts.items()}


def reasons(found: Review) -> list[str]:
    return [each["reason"] for each in found.line(Words.english())["refused"]]


def test_organisations_come_in_and_are_known_by_any_name(sample_store: Store, tmp_path: Path) -> None:
    head = "单位名称,英文名称,简称,国家,成立日期,官方序列,备注\n"
    text = head + "未来科学城,Future City,未科城,中国,2009年7月1日,12,第一行\n"
    assert counted(bring(sample_store, tmp_path, "organisations", text)) == {"added": 1}
    with sample_store.look() as look:
        (city,) = [one for one in look.all(Organisation) if one.name.first == "未来科学城"]
    assert (city.name.second, city.short_name.first, city.country.first) == ("Future City", "未科城", "中国")
    assert (str(city.founded), city.sequence, city.note) == ("2009-07-01", 12, "第一行")
    assert counted(bring(sample_store, tmp_path, "organisations", text)) == {"unchanged": 1}
    found = bring(sample_store, tmp_path, "organisations", "简称,单位,备注\n,未科城,换了\n")
    assert counted(found) == {"updated": 1}
    found = bring(sample_store, tmp_path, "organisations", head + "甲,,,,去年,,\n乙,,,,,第一,\n,,丙,,,,\n")
    assert reasons(found) == [
        "“去年” is no date; write it as 2025-03-28.", "“第一” is no whole number.",
        "A name is needed, in one of the two languages at least.",
    ]  # fmt: skip


def test_plaques_come_in_with_recipients_representatives_and_presenters(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NoSuchBatch, match="--batch"):
        bring(sample_store, tmp_path, "plaques", "授牌单位\n甲园区\n", "nothing like it")
    text = "授牌仪式名单\n编号,授牌单位,领牌人,授牌人,牌匾文字\n"
    text += "01,甲园区,赵一（甲园区 主任）,张宇蕾,特色园区\n02,乙园区,钱二,,\n"
    before = sample_store.digest()
    assert counted(bring(sample_store, tmp_path, "plaques", text)) == {"added": 2}
    with sample_store.look() as look:
        one, two = look.all(Plaque)
        people = {each.id: str(each.name) for each in look.all(Person)}
        posts = {post.person_id: str(post.title) for post in look.all(Post)}
    assert (one.number, str(one.wording), people[one.representative_id], people[one.presenter_id]) == (
        "01", "特色园区", "赵一", "张宇蕾",
    )  # fmt: skip
    assert (posts[one.representative_id], people[two.representative_id]) == ("主任", "钱二")
    assert counted(bring(sample_store, tmp_path, "plaques", text)) == {"unchanged": 2}
    assert counted(bring(sample_store, tmp_path, "plaques", text.replace("特色园区\n", "示范园区\n"))) == {
        "updated": 1, "unchanged": 1,
    }  # fmt: skip
    many = "授牌单位\n" + "\n".join(f"园区 {number}" for number in range(16))
    with pytest.raises(MoreNamedThanAnnounced):
        bring(sample_store, tmp_path, "plaques", many)
    sample_store.undo()
    sample_store.undo()
    assert sample_store.digest() == before


def test_agreements_come_in_with_both_parties(sample_store: Store, tmp_path: Path) -> None:
    with sample_store.look() as look:
        listed = len(look.all(Agreement))
        ceremony = look.all(Agreement)[0].ceremony_id
    Bus(sample_store).run(EditCeremony(id=ceremony, announced=8))
    head = "协议名称,甲方,甲方签约人,乙方,乙方签约人,份数,状态\n"
    text = head + "合作备忘录,甲园区,孙三,Park B,Ada,4,终稿\n"
    found = bring(sample_store, tmp_path, "agreements", text)
    assert counted(found) == {"added": 1}
    with sample_store.look() as look:
        agreement = next(each for each in look.all(Agreement) if each.title.first == "合作备忘录")
        parties = {party.side: party for party in look.all(Party, agreement_id=agreement.id)}
        people = {each.id: str(each.name) for each in look.all(Person)}
    assert (agreement.copies, agreement.state, len(parties)) == (4, "final", 2)
    assert (people[parties[Side.HOST].signatory_id], people[parties[Side.GUEST].signatory_id]) == ("孙三", "Ada")
    assert counted(bring(sample_store, tmp_path, "agreements", text)) == {"unchanged": 1}
    assert counted(bring(sample_store, tmp_path, "agreements", text.replace("孙三", "周四"))) == {"updated": 1}
    assert reasons(bring(sample_store, tmp_path, "agreements", head + "独角戏,甲园区,,,,,\n某某,甲,,乙,,21,\n")) == [
        "A post needs an organisation; enter that, too.", "“21” is no whole number.",
    ]  # fmt: skip
    with sample_store.look() as look:
        assert len(look.all(Agreement)) == listed + 1


def test_without_a_ceremony_there_is_nothing_to_list(event_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NoBatch):
        bring(event_store, tmp_path, "plaques", "授牌单位\n甲园区\n")
