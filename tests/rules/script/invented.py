"""Scripts and records of forums that never were, each in a manner of its own, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from forumdesk.rules.script.prose import Line


@dataclass(frozen=True)
class Invented:
    """A script, and what a reader finds in it: names in order, kinds of items, pairs, cues and announced counts."""

    text: str
    head: tuple[str, ...]
    guests: tuple[tuple[str, str, str], ...]
    items: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    panel: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    cues: tuple[str, ...] = ()
    announced: tuple[int, ...] = ()
    mentions: tuple[str, ...] = ()

    @property
    def lines(self) -> list[Line]:
        """Its paragraphs."""
        return lines_of(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    return [Line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


PORTS = Invented(
    text="""
论坛主题：云港国际智慧港口论坛
时间：2024年11月6日 14:00—17:30
地点：云港会议中心 望潮厅

主持人（何苗）：女士们、先生们，下午好！欢迎参加云港国际智慧港口论坛。我是云港电视台主持人何苗。本次论坛由云港市\
人民政府主办，云港市港务局、云港大学承办。
今天到场的领导和嘉宾有：
1、云港市副市长  孙  立先生；
2、云港市港务局、口岸办主任 白露女士；
3、亚洲港口协会秘书长 玛丽亚·科斯塔女士；
4、云港大学副校长 尹建国教授；
5、远帆集团有限公司董事长兼总经理 Erik Solheim先生；
6、云港海关 柯敏关长。
让我们用掌声欢迎他们！
首先，有请云港市副市长孙立先生致辞。

孙立：各位来宾，大家下午好！云港因港而立。去年，我和海事大学的谭国强院士聊过港口的未来。
谢谢大家！

主持人：谢谢孙市长。下面进入主旨演讲环节。有请亚洲港口协会秘书长玛丽亚·科斯塔女士作题为“没有等待的码头”的主旨演讲。

玛丽亚·科斯达：谢谢主持人。请允许我从一条船说起。

主持人：感谢科斯塔秘书长。接下来有请云港大学副校长尹建国带来专题报告，大家欢迎！

尹建国：各位好。我报告的题目是《潮汐与数据》。
港口要学会倾听。

主持人：谢谢尹校长。接下来进行港航合作项目签约仪式。
今天共有三对伙伴签约，签约双方分别是：云港港务集团与北海物流有限公司；云港大学与Delta Maritime \
Institute；远帆集团有限公司与南湾保税区。有请签约代表上台。
（签约代表上台）
（签约）
（合影）
主持人：请各位入座。下面进入授牌仪式。我们将为首批五家绿色码头授牌，请看短片。
（短片）
有请云港市副市长孙立、云港市港务局、口岸办主任白露上台授牌。
（授牌）
主持人：接下来，有请云港市副市长孙立、云港海关关长柯敏、远帆集团有限公司董事长兼总经理Erik \
Solheim上台，共同启动云港智慧闸口。让我们一起倒数，五、四、三、二、一！
（启动）
主持人：下面进入圆桌对话环节。主持圆桌对话的是云港大学航运学院院长 温如玉，参与对话的嘉宾是：
北海物流有限公司总裁 段誉成
Delta Maritime Institute高级研究员 Ingrid Dahl
南湾保税区管委会副主任 蓝天
有请各位上台！

温如玉：各位好，我们开始。段总请。

段誉成：好的，我先说两句。

主持人：感谢各位嘉宾。本次论坛到此圆满结束，再见！
""",
    head=("云港国际智慧港口论坛", "2024年11月6日", "14:00—17:30", "云港会议中心 望潮厅"),
    guests=(
        ("孙  立", "云港市", "副市长"),
        ("白露", "云港市港务局、口岸办", "主任"),
        ("玛丽亚·科斯塔", "亚洲港口协会", "秘书长"),
        ("尹建国", "云港大学", "副校长"),
        ("Erik Solheim", "远帆集团有限公司", "董事长兼总经理"),
        ("柯敏", "云港海关", "关长"),
    ),
    items=("opening", "remarks", "keynote", "report", "signing", "plaque", "launch", "roundtable", "closing"),
    speakers=("孙立", "玛丽亚·科斯塔", "尹建国"),
    stage=("孙立", "白露", "孙立", "柯敏", "Erik Solheim"),
    panel=("温如玉", "段誉成", "Ingrid Dahl", "蓝天"),
    pairs=(
        ("云港港务集团", "北海物流有限公司"),
        ("云港大学", "Delta Maritime Institute"),
        ("远帆集团有限公司", "南湾保税区"),
    ),
    cues=("签约代表上台", "签约", "合影", "短片", "授牌", "启动"),
    announced=(3, 5),
    mentions=("谭国强",),
)

TEA = Invented(
    text="""
第三届岭南茶产业大会主持词

日期：2025/5/21
时间：上午9点至11点半
会场：青岚宾馆·一号厅
主办单位：岭南省农业农村厅
承办单位：青岚县人民政府、岭南茶业协会

一、开场
尊敬的各位领导、各位茶友，大家上午好！
出席今天大会的嘉宾有：
李春生，岭南省农业农村厅副厅长
高雨薇，岭南茶业协会会长
阿里·哈桑先生，茶叶之路联盟理事长
二、领导致辞
有请岭南省农业农村厅副厅长李春生同志讲话。（掌声）
感谢李厅长。
三、主旨演讲
下面有请岭南农业大学茶学院院长苏晴教授分享一片叶子的旅行。
四、揭牌仪式
有请李春生副厅长、青岚县县长唐一鸣上台，共同为2个茶文化驿站和6家生态茶园揭牌。
（上台）【灯光渐暗】
（揭牌）
五、颁奖仪式
获奖的单位有十二家。有请高雨薇会长上台颁奖。
（颁奖、合影）
六、茶歇
请各位品茶。
七、闭幕
本届大会圆满落幕，谢谢大家！
""",
    head=("第三届岭南茶产业大会", "2025/5/21", "上午9点至11点半", "青岚宾馆·一号厅"),
    guests=(
        ("李春生", "岭南省农业农村厅", "副厅长"),
        ("高雨薇", "岭南茶业协会", "会长"),
        ("阿里·哈桑", "茶叶之路联盟", "理事长"),
    ),
    items=("opening", "remarks", "keynote", "unveiling", "plaque", "break", "closing"),
    speakers=("李春生", "苏晴"),
    stage=("李春生", "唐一鸣", "高雨薇"),
    cues=("掌声", "上台", "灯光渐暗", "揭牌", "颁奖、合影"),
    announced=(6, 12),
)

HARBOUR = Invented(
    text="""
Title: Norhaven Harbour Forum
Date: 12 September 2024
Time: 9:30 a.m. to 12:15 p.m.
Venue: Harbour Hall

MC: Ladies and gentlemen, good morning. I am Clara Holm, Presenter at Norhaven Radio. The forum is hosted by \
the City of Norhaven and organised by the Borel Institute.
It is my honour to introduce our distinguished guests. They are:
Ms. Ana Duarte, Mayor of Norhaven
Mr. Tom Field, Director General of the Coastal Cities League
Dr. Lee Chang-ho, Head of Research at Borel Labs
H.E. Rosa Lindqvist, Ambassador of Westmark
Let us begin with the opening remarks. Please welcome Ms. Ana Duarte, Mayor of Norhaven.

Ana Duarte: Good morning, everyone. A harbour is a promise. Last spring Dr. Miriam Stone told me so.

MC: Thank you, Mayor Duarte. We now turn to the keynote speeches. I invite Mr. Tom Field, Director General of \
the Coastal Cities League, to speak on “The quiet quay”.

Tom Field: Thank you. Let me be brief.

MC: Thank you, Mr. Field. We now move to the signing ceremony. Today four pairs of partners will sign. The \
pairs are: Norhaven Port Authority and Delta Freight; Borel Labs and the University of Westmark; Harbour Rail \
with Coastal Ferries.
[Partners on stage]
[Signing]
[Group photo]
MC: Next is the award of the blue plaques. Twelve ports receive a plaque this year. On stage to present the \
plaques, please welcome Ms. Ana Duarte, Mayor of Norhaven, and Mr. Tom Field, Director General of the Coastal \
Cities League.
(Plaques handed over)
MC: Please remain on stage. Now it is time for the panel discussion. The moderator is Dr. Lee Chang-ho, Head of \
Research at Borel Labs. The panelists are:
Ingrid Dahl, Senior Fellow, Delta Institute
Marc Olivier, Chief Executive Officer of Harbour Rail
Prof. Ines Duarte, Rector, University of Westmark

Lee Chang-ho: Welcome to the panel.

Marc Olivier: Thank you for having me.

MC: This concludes our forum. Thank you and goodbye.
""",
    head=("Norhaven Harbour Forum", "12 September 2024", "9:30 a.m. to 12:15 p.m.", "Harbour Hall"),
    guests=(
        ("Ana Duarte", "Norhaven", "Mayor"),
        ("Tom Field", "Coastal Cities League", "Director General"),
        ("Lee Chang-ho", "Borel Labs", "Head of Research"),
        ("Rosa Lindqvist", "Westmark", "Ambassador"),
    ),
    items=("opening", "remarks", "keynote", "signing", "plaque", "roundtable", "closing"),
    speakers=("Ana Duarte", "Tom Field"),
    stage=("Ana Duarte", "Tom Field"),
    panel=("Lee Chang-ho", "Ingrid Dahl", "Marc Olivier", "Ines Duarte"),
    pairs=(
        ("Norhaven Port Authority", "Delta Freight"),
        ("Borel Labs", "the University of Westmark"),
        ("Harbour Rail", "Coastal Ferries"),
    ),
    cues=("Partners on stage", "Signing", "Group photo", "Plaques handed over"),
    announced=(4, 12),
    mentions=("Miriam Stone",),
)

LIGHT = Invented(
    text="""
2026海峽光電產業論壇 實錄
時間：2026年1月15日（下午1點30分至4點）
地點：鷺洲國際會議廳

司儀：尊敬的各位來賓，大家下午好！下面請允許我介紹出席論壇的嘉賓：
鷺洲市經濟發展局局長 陳樂山先生
光電產業聯盟理事長 林曉彤女士
首先有請光電產業聯盟理事長林曉彤女士致辭。

林曉彤：大家好，光是最好的語言。

司儀：謝謝。接下來進行發布儀式，有請鷺洲市經濟發展局局長陳樂山上台。
（音樂）
司儀：論壇到此結束，謝謝大家。
""",
    head=("2026海峽光電產業論壇", "2026年1月15日", "下午1點30分至4點", "鷺洲國際會議廳"),
    guests=(("陳樂山", "鷺洲市經濟發展局", "局長"), ("林曉彤", "光電產業聯盟", "理事長")),
    items=("opening", "remarks", "unveiling", "closing"),
    speakers=("林曉彤",),
    stage=("陳樂山",),
    cues=("音樂",),
)

SNOW = Invented(
    text="""
2025年北湖冰雪旅游发展论坛主持词
（2025年12月3日上午9:00—11:30，北湖国际会展中心 雪莲厅）
【开场】
男：尊敬的各位领导，
女：各位来宾、媒体朋友们，
合：大家上午好！
男：我是主持人周野。
女：首先，请允许我介绍莅临本次论坛的嘉宾：北湖市委副书记、市长韩松，北湖市文旅局党组书记、局长杜若兰女士，\
中国滑雪协会副主席郑毅先生。
男：让我们以热烈的掌声欢迎各位！
【致辞】
女：有请北湖市委副书记、市长韩松先生致欢迎辞！
（韩松致辞）
男：感谢韩市长。
【主旨演讲】
女：有请中国滑雪协会副主席郑毅先生作主旨演讲，题目是《雪道上的下一个十年》。
【签约仪式】
男：下面举行文旅项目集中签约仪式。首先签约的是北湖市文旅局与银川雪具集团，签约代表：杜若兰、马骁。
女：第二组，北湖滑雪场与长白山旅游股份公司。
（签约，合影）
【授牌仪式】
男：接下来，为8家“冰雪研学基地”授牌。有请郑毅副主席上台授牌。
（音乐起，礼仪上牌匾）
【结束】
合：论坛到此结束，谢谢大家！
""",
    head=("2025年北湖冰雪旅游发展论坛", "北湖国际会展中心 雪莲厅", "2025年12月3日", "上午9:00—11:30"),
    guests=(
        ("韩松", "北湖市委", "副书记、市长"),
        ("杜若兰", "北湖市文旅局", "党组书记、局长"),
        ("郑毅", "中国滑雪协会", "副主席"),
    ),
    items=("opening", "remarks", "keynote", "signing", "plaque", "closing"),
    speakers=("韩松", "郑毅"),
    stage=("郑毅",),
    pairs=(("北湖市文旅局", "银川雪具集团"), ("北湖滑雪场", "长白山旅游股份公司")),
    cues=("韩松致辞", "签约，合影", "音乐起，礼仪上牌匾"),
    announced=(8,),
)

SEAS = Invented(
    text="""
THE SOUTHERN SEAS FORUM 2025 – TRANSCRIPT
Thursday, 13 March 2025, 14:00–16:30

HOST: Good afternoon. With us today are Mr. Paul Ndiaye, Minister of Fisheries; Ms. Hanna Virtanen, Executive \
Director of the Baltic Fund; and Professor Luis Ortega of the University of Amber.
Please welcome Minister Paul Ndiaye to give the opening remarks.

PAUL NDIAYE: Thank you, Jane.

HOST: Thank you, Minister. Our keynote speaker is Hanna Virtanen, Executive Director of the Baltic Fund.

HANNA VIRTANEN: Good afternoon.

HOST: We will now launch the Clean Nets Programme. I invite Paul Ndiaye and Hanna Virtanen to the stage. Let us \
count down: three, two, one!
(The launch screen lights up.)
HOST: Now we come to the signing of two agreements. The first agreement is between Port Amber Authority and Baltic \
Fund. The second is between University of Amber and Southern Seas Institute.
(Signing)
HOST: That brings today's forum to a close.
""",
    head=("THE SOUTHERN SEAS FORUM 2025", "13 March 2025", "14:00–16:30"),
    guests=(
        ("Paul Ndiaye", "Fisheries", "Minister"),
        ("Hanna Virtanen", "Baltic Fund", "Executive Director"),
        ("Luis Ortega", "University of Amber", "Professor"),
    ),
    items=("opening", "remarks", "keynote", "launch", "signing", "closing"),
    speakers=("Paul Ndiaye", "Hanna Virtanen"),
    stage=("Paul Ndiaye", "Hanna Virtanen"),
    pairs=(("Port Amber Authority", "Baltic Fund"), ("University of Amber", "Southern Seas Institute")),
    cues=("The launch screen lights up.", "Signing"),
    announced=(2,),
)

ROWS = Invented(
    text="""
时间	环节	主持词
9:00	开场	各位来宾上午好！
9:05	致辞	有请云港市副市长孙立致辞。
9:15—9:30	签约仪式	有请云港港务集团与北海物流有限公司签约。
""",
    head=(),
    guests=(),
    items=("opening", "remarks", "signing"),
    speakers=("孙立",),
    pairs=(("云港港务集团", "北海物流有限公司"),),
)

EVERY = {"ports": PORTS, "tea": TEA, "harbour": HARBOUR, "light": LIGHT, "snow": SNOW, "seas": SEAS, "rows": ROWS}
