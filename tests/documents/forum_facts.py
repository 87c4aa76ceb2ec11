"""The real forum's programme as facts. English wording is ours."""

from __future__ import annotations

import datetime as dt

from forumdesk.documents.attendees import Attendee, AttendeeList
from forumdesk.documents.cards.facts import Award, Guest, Occasion, Party, Signing, Thanks
from forumdesk.documents.programme import Day, Item, Organisers, Programme, Speaker
from forumdesk.domain.text import Text

PAIR = ("zh", "en")
TITLE = Text("世界领先科技园区\u200b发展论坛", "World Leading Science Park \u200bDevelopment Forum")
VENUE = Text("中关村展示中心", "Zhongguancun Exhibition Center")
HALL = Text("畅春厅", "Changchun Hall")
DATE = dt.date(2025, 3, 28)


def at(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def who(name: str, latin: str, post: str, post_en: str, role: str = "speaker") -> Speaker:
    return Speaker(Text(name, latin), Text(post, post_en), role)


ITEMS = (
    Item(
        at("9:00"),
        "opening",
        Text("开场，介绍出席领导和嘉宾", "Opening and introduction of guests"),
        (who("朱一静", "Zhu Yijing", "北京广播电视台主持人", "Beijing Radio and Television Station"),),
    ),
    Item(
        at("9:08"),
        "remarks",
        people=(
            who("艾巴·伦德", "Ebba Lund", "国际科技园与创新区域协会首席执行官", "Chief Executive Officer, IASP"),
        ),
    ),
    Item(
        at("9:16"),
        "remarks",
        people=(
            who(
                "于英杰",
                "Yu Yingjie",
                "北京市委常委、教育工委书记",
                "Standing Committee and Education Secretary, CPC Beijing",
            ),
        ),
    ),
    Item(
        at("9:23"),
        "remarks",
        people=(
            who(
                "辛国斌", "Xin Guobin", "工业和信息化部副部长", "Vice Minister of Industry and Information Technology"
            ),
        ),
    ),
    Item(
        at("9:32"),
        "keynote",
        Text(
            "聚焦世界领先科技园区建设，推动科技创新和产业创新融合发展",
            "Building World-Leading Science Parks for Joint Scientific and Industrial Innovation",
        ),
        (
            who(
                "周力",
                "Zhou Li",
                "工业和信息化部火炬中心高新区发展处处长",
                "Head of High-Tech Zone Development, Torch Center",
            ),
        ),
    ),
    Item(
        at("9:46"),
        "keynote",
        Text("中关村的探索与实践", "Zhongguancun: Exploration and Practice"),
        (who("张宇蕾", "Zhang Yulei", "北京市科委、中关村管委会副主任", "Deputy Director, Beijing S&T Commission"),),
    ),
    Item(
        at("10:14"),
        "report",
        people=(
            who(
                "拉斯洛·博迪斯",
                "László Bódis",
                "匈牙利文化与创新部副国务秘书",
                "Deputy State Secretary for Culture and Innovation, Hungary",
            ),
        ),
    ),
    Item(
        at("10:24"),
        "report",
        people=(who("李妍", "Li Yan", "中关村发展集团总经理", "General Manager, Zhongguancun Development Group"),),
    ),
    Item(
        at("10:32"),
        "report",
        Text("板桥科技谷", "Pangyo Techno Valley"),
        (who("金賢坤", "Kim Hyun-gon", "韩国京畿道经济科学振兴院院长", "President, GBSA, Gyeonggi, Korea"),),
    ),
    Item(
        at("10:43"),
        "report",
        people=(
            who("励波", "Li Bo", "杭州未来科技城管委会副主任", "Deputy Director, Hangzhou Future Sci-Tech City"),
        ),
    ),
    Item(
        at("10:52"),
        "report",
        Text("塑造科技园区的未来", "Shaping the Future of Science Parks"),
        (who("丽娜·米兰达", "Lena Miranda", "国际科技园与创新区域协会执行主席", "Executive President, IASP"),),
    ),
    Item(
        at("11:05"),
        "launch",
        Text("国家高新区新赛道培育行动启动仪式", "Launch of the New Industry Tracks Programme"),
    ),
    Item(
        at("11:13"),
        "initiative",
        Text(
            "国家高新区与世界产业科技创新资源互融互促倡议",
            "Initiative on Linking National High-Tech Zones with Global Innovation Resources",
        ),
    ),
    Item(
        at("11:17"),
        "signing",
        Text(
            "中关村特色产业园与国外科技园“牵手”签约仪式",
            "“Hand in Hand” Signing between Zhongguancun Specialty Parks and Parks Abroad",
        ),
        batch=Text("首批", "First batch"),
        count=7,
        unit="pair",
    ),
    Item(
        at("11:23"),
        "plaque",
        Text("中关村特色产业园授牌仪式", "Zhongguancun Specialty Industrial Park Plaques"),
        batch=Text("第二批", "Second batch"),
        count=17,
        unit="park",
    ),
    Item(
        at("11:32"),
        "unveiling",
        Text("中关村未来产业园集中发布", "Release of Zhongguancun Future Industrial Parks"),
        count=14,
        unit="park",
    ),
    Item(
        at("11:38"),
        "roundtable",
        people=(
            who("张洋", "Zhang Yang", "工业和信息化部火炬中心国际合作事业部业务负责人", "Torch Center", "moderator"),
            who("任俊峰", "Ren Junfeng", "西安高新区管委会副主任", "Xi’an High-Tech Zone", "panelist"),
            who("尼克拉斯·卡尔·欣里希斯", "", "LAUNCH Rhein-Main 联合创始人", "LAUNCH Rhein-Main", "panelist"),
            who("杨小宝", "Yang Xiaobao", "宁波高新区党工委委员", "Ningbo High-Tech Zone", "panelist"),
            who(
                "马奕良",
                "Ilan Maor",
                "生恩控股执行合伙人、以色列中国商会主席",
                "Israel Chamber of Commerce in China",
                "panelist",
            ),
            who(
                "顾功尧",
                "Gu Gongyao",
                "北京中关村科技服务有限公司总经理",
                "Zhongguancun Technology Services",
                "panelist",
            ),
        ),
    ),
    Item(at("12:16"), "closing"),
)

ORGANISERS = (
    Organisers(
        "host",
        (
            Text("北京市人民政府", "Beijing Municipal Government"),
            Text("国际科技园与创新区域协会", "IASP"),
        ),
    ),
    Organisers(
        "organiser",
        (
            Text("工业和信息化部火炬中心", "MIIT Torch Center"),
            Text("北京市科委、中关村管委会", "Beijing Municipal S&T Commission"),
            Text("中关村发展集团", "Zhongguancun Development Group"),
        ),
    ),
)

DAY = Day(DATE, at("9:00"), at("12:20"), VENUE, HALL, ITEMS)

PROGRAMME = Programme(
    kicker=Text("中关村论坛年会", "Zhongguancun Forum Annual Conference"),
    title=TITLE,
    days=(DAY,),
    organisers=ORGANISERS,
)

OCCASION = Occasion(TITLE, DATE, VENUE, tuple(ORGANISERS[0].names), HALL)

_PAIRS = (
    ("中关村国际孵化器", "Zhongguancun International Incubator", "LAUNCH Rhein-Main", "德国", "Germany"),
    ("中关村生命园", "Zhongguancun Life Science Park", "巴西出口投资促进局 ApexBrasil", "巴西", "Brazil"),
    ("国际医疗器械城", "International Medical Device City", "Startech俄罗斯创新加速器", "俄罗斯", "Russia"),
    (
        "中关村（朝阳）3.0产业园",
        "Zhongguancun (Chaoyang) 3.0 Industrial Park",
        "南洋理工crpo孵化器",
        "新加坡",
        "Singapore",
    ),
    (
        "中关村（海淀）生物制造产业园",
        "Zhongguancun (Haidian) Biomanufacturing Park",
        "嘉丰智谷产业园 PT Langgeng Sahabat",
        "印度尼西亚",
        "Indonesia",
    ),
    (
        "中关村（大兴）细胞基因治疗产业园",
        "Zhongguancun (Daxing) Cell and Gene Therapy Industrial Park",
        "英国剑桥启迪科技园",
        "英国",
        "United Kingdom",
    ),
    (
        "南中轴国际文化科技园",
        "South Central Axis International Culture and Technology Park",
        "俄罗斯中国“一带一路”投资发展基金会",
        "俄罗斯",
        "Russia",
    ),
)

SIGNINGS = tuple(
    Signing(
        key=f"signing-{number}",
        first=Party(Text(host, host_en)),
        second=Party(Text(guest), Text(country, country_en)),
        number=Text(f"首批 {number:02d}", f"{number} of {len(_PAIRS)}"),
    )
    for number, (host, host_en, guest, country, country_en) in enumerate(_PAIRS, start=1)
)

SPEAKERS = tuple((item, person) for item in ITEMS if item.kind in ("keynote", "report") for person in item.people)

THANKS = tuple(
    Thanks(
        key=f"thanks-{number}",
        name=person.name,
        post=person.post,
        talk=item.title,
        number=Text(f"2025-{number:02d}"),
    )
    for number, (item, person) in enumerate(SPEAKERS, start=1)
)

AWARDS = (
    Award(
        "plaque-1",
        Text("中关村生命园", "Zhongguancun Life Science Park"),
        Text("中关村特色产业园", "Zhongguancun Specialty Industrial Park"),
        Text("第二批", "Second batch"),
        Text("第二批 01", "1 of 17"),
    ),
)

GUESTS = (
    Guest(
        "guest-1",
        Text("张洋", "Zhang Yang"),
        organisation=Text("工业和信息化部火炬中心国际合作事业部", "International Cooperation, Torch Center"),
        title=Text("业务负责人", "Head of Cooperation"),
        post=Text("工业和信息化部火炬中心国际合作事业部业务负责人", "Head of Cooperation, Torch Center"),
        category="speaker",
        number=Text("A01", "A01"),
        seat="3-12",
    ),
    Guest(
        "guest-2",
        Text("金賢坤", "Kim Hyun-gon"),
        "김현곤",
        Text("韩国京畿道经济科学振兴院", "GBSA, Gyeonggi, Korea"),
        Text("院长", "President"),
        Text("韩国京畿道经济科学振兴院院长", "President, GBSA, Gyeonggi, Korea"),
        "vip",
    ),
    Guest(
        "guest-3",
        Text("尼克拉斯·卡尔·欣里希斯", "Niclas Karl Hinrichs"),
        organisation=Text("LAUNCH Rhein-Main", "LAUNCH Rhein-Main"),
        title=Text("联合创始人", "Co-founder"),
        post=Text("LAUNCH Rhein-Main 联合创始人", "Co-founder, LAUNCH Rhein-Main"),
    ),
    Guest(
        "guest-4",
        Text("欧阳明月", "Ouyang Mingyue"),
        organisation=Text("中关村发展集团", "Zhongguancun Development Group"),
        post=Text("中关村发展集团", "Zhongguancun Development Group"),
        category="press",
    ),
    Guest("guest-5", Text("李妍", "Li Yan"), category="staff"),
)

ATTENDEES = AttendeeList(
    TITLE,
    tuple(
        Attendee(person.name, person.post, "speaker", "confirmed" if number % 3 else "arrived")
        for number, person in enumerate(person for item in ITEMS for person in item.people)
    ),
    when=Text(
        "2025年3月28日　中关村展示中心　畅春厅", "28 March 2025, Changchun Hall, Zhongguancun Exhibition Center"
    ),
)
