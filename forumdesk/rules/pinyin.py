"""Pinyin of Chinese names: what the master of ceremonies reads, what is printed, what lists sort by.

Spelling follows GB/T 28039-2011 (中国人名汉语拼音字母拼写规则): surname first, a compound surname as one word,
two surnames with a hyphen, an apostrophe before a, o or e inside a word. Surnames have readings of their own
(as in the 现代汉语词典). What a person says of their own name, the `override` in tone-marked pinyin, wins.
"""

from __future__ import annotations

import re
import unicodedata

from forumdesk.rules.names import COMPOUND_SURNAMES, is_han, surname_of
from forumdesk.rules.strokes import table

_SURNAMES = """
单shàn 曾zēng 仇qiú 解xiè 朴piáo 区ōu 盖gě 查zhā 任rén 华huà 覃qín 缪miào 乐yuè 员yùn 折shé 繁pó 种chóng
洗xiǎn 翟zhái 卜bǔ 葛gě 燕yān 哈hǎ 过guō 干gān 祭zhài 秘bì 阚kàn 肖xiāo 占zhān 观guàn 舍shè 薄bó 乜niè
么yāo 少shào 要yāo 佴nài 都dū 於yū 粘nián 單shàn 區ōu 蓋gě 華huà 繆miào 樂yuè 員yùn 過guō 闞kàn
尉迟yùchí 尉遲yùchí 万俟mòqí 萬俟mòqí 长孙zhǎngsūn 長孫zhǎngsūn 令狐línghú 单于chányú 單于chányú
澹台tántái 澹臺tántái 诸葛zhūgě 諸葛zhūgě 乐正yuèzhèng 樂正yuèzhèng 夹谷jiágǔ 夾谷jiágǔ 宰父zǎifǔ
段干duàngān 耶律yēlǜ
"""

_SEVERAL = """
曾zēng/céng 单shàn/dān/chán 仇qiú/chóu 解xiè/jiě 朴piáo/pǔ 区ōu/qū 盖gě/gài 查zhā/chá 任rén/rèn 华huá/huà
覃qín/tán 缪miào/móu 乐lè/yuè 员yuán/yùn 折shé/zhé 繁fán/pó 种chóng/zhǒng 洗xiǎn/xǐ 翟zhái/dí 柏bǎi/bó
尉wèi/yù 长cháng/zhǎng 葛gě/gé 应yīng/yìng 燕yān/yàn 宁níng/nìng 隗wěi/kuí 过guō/guò 那nā/nà 召shào/zhào
祭zhài/jì 郇xún/huán 谌chén/shèn 秘bì/mì 都dū/dōu 舍shè/shě 薄bó/báo 莘shēn/xīn 郄qiè/xì 车chē/jū
牟mù/móu 盛shèng/chéng 相xiāng/xiàng 肖xiāo/xiào 撒sǎ/sà 纪jǐ/jì 占zhān/zhàn 观guān/guàn 少shào/shǎo
要yāo/yào 令líng/lìng 哈hǎ/hā 干gān/gàn 重chóng/zhòng 朝zhāo/cháo 行xíng/háng 晟shèng/chéng 兴xīng/xìng
为wéi/wèi 予yǔ/yú 好hǎo/hào 传chuán/zhuàn 茜qiàn/xī 娜nà/nuó 菲fēi/fěi 靓jìng/liàng 率shuài/lǜ 拓tuò/tà
乘chéng/shèng 济jǐ/jì 藏cáng/zàng 冠guān/guàn 炅jiǒng/guì 蔓màn/wàn 屏píng/bǐng
"""

SURNAME_READINGS = dict(re.findall(r"(\w+?)([^\W\u4e00-\u9fff]+)", _SURNAMES))
"""Surnames that are not read as their characters usually are; only those the dictionary leaves no doubt of."""

SEVERAL_READINGS = {entry[0]: tuple(entry[1:].split("/")) for entry in _SEVERAL.split()}
"""Characters of names that a reader may take for another reading."""

_ONE_SURNAME = re.compile("|".join(sorted(COMPOUND_SURNAMES, key=len, reverse=True)) + "|.")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_VOWEL = "[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
_CONSONANT = rf"(?:(?!{_VOWEL})[^\W\d_])"
_SYLLABLE = re.compile(rf"{_CONSONANT}*{_VOWEL}+(?:{_CONSONANT}+\b|(?:ng?|r)(?!{_VOWEL}))?|{_CONSONANT}+")


def reading(name: str, boundary: int | None = None, override: str = "") -> str:
    """Spell a name with tone marks; `boundary` as in `surname_of`. Names in other scripts stay as they are.

    >>> reading("张宇蕾"), reading("单于欣安"), reading("刘杨丹", boundary=2)
    ('Zhāng Yǔlěi', "Chányú Xīn'ān", 'Liú-Yáng Dān')
    """
    if override or not is_han(name):
        return override or name
    surname, given = surname_of(name, boundary)
    surnames = "-".join(_word(_surname_syllables(one)) for one in _ONE_SURNAME.findall(surname))
    return " ".join(filter(None, (surnames, _word(_usual_syllables(given)))))


def romanised(name: str, boundary: int | None = None, override: str = "") -> str:
    """Spell a name in plain letters, for badges and English pages.

    ü becomes yu (吕: Lyu), which GB/T 28039-2011 allows where special needs ask for it (passports, documents
    for abroad), and which passports use since 2012. Names in other scripts stay as they are.

    >>> romanised("欧阳武"), romanised("吕先志"), romanised("于欣安")
    ('Ouyang Wu', 'Lyu Xianzhi', "Yu Xin'an")
    """
    if not override and not is_han(name):
        return name
    return _plain(reading(name, boundary, override)).replace("ü", "yu").replace("Ü", "Yu")


def initials(name: str, boundary: int | None = None, override: str = "") -> str:
    """The first letters of the syllables, for quick typing; names in other scripts are casefolded.

    >>> initials("张宇蕾")
    'zyl'
    """
    if not override and not is_han(name):
        return name.casefold()
    return "".join(_plain(syllable)[0] for syllable in _syllables(name, boundary, override))


def sort_key(name: str, override: str = "", boundary: int | None = None) -> str:
    """A text to sort names by pinyin: syllable by syllable, letters before tones (5 = none), ü after u as `u:`.

    Names in other scripts are casefolded, so that Latin ones stand among the Chinese.

    >>> sort_key("张宇蕾"), sort_key("吕先志"), sort_key("Ebba Lund")
    ('zhang1 yu3 lei3', 'lu:3 xian1 zhi4', 'ebba lund')
    """
    if not override and not is_han(name):
        return name.casefold()
    syllables = _syllables(name, boundary, override)
    return " ".join(_plain(syllable).replace("ü", "u:") + _tone(syllable) for syllable in syllables)


def spelled(text: str) -> list[str]:
    """Any text, not only names, as it is typed: a syllable in plain letters for each character, words for the rest.

    >>> spelled("TusStar启迪之星 2025")
    ['tusstar', 'qi', 'di', 'zhi', 'xing', '2025']
    """
    from pypinyin import Style, lazy_pinyin

    spoken = lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)
    return [word for part in spoken for word in re.findall(r"\w+", part.casefold())]


def ambiguous(name: str, boundary: int | None = None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The characters a reader may stumble over, each with its readings, the one taken here first.

    They are those outside the 3,500 common characters of the 通用规范汉字表, and those that are read in
    several ways in names.

    >>> ambiguous("顾翀"), ambiguous("任俊峰")
    ((('翀', ('chōng',)),), (('任', ('rén', 'rèn')),))
    """
    if not is_han(name):
        return ()
    common = table()[0]
    spoken = zip(name, _syllables(name, boundary), strict=True)
    return tuple(
        (character, tuple(dict.fromkeys((taken, *SEVERAL_READINGS.get(character, ())))))
        for character, taken in spoken
        if character in SEVERAL_READINGS or character not in common
    )


def _syllables(name: str, boundary: int | None = None, override: str = "") -> list[str]:
    """The tone-marked syllables of a Chinese name, or those that an override is made of."""
    if override:
        return _SYLLABLE.findall(unicodedata.normalize("NFC", override).lower())
    surname, given = surname_of(name, boundary)
    surnames = (syllable for one in _ONE_SURNAME.findall(surname) for syllable in _surname_syllables(one))
    return [*surnames, *_usual_syllables(given)]


def _surname_syllables(surname: str) -> list[str]:
    own = SURNAME_READINGS.get(surname)
    return _SYLLABLE.findall(own) if own else _usual_syllables(surname)


def _usual_syllables(characters: str) -> list[str]:
    """One syllable a character; what nobody knows to read stands for itself."""
    from pypinyin import Style, lazy_pinyin, pinyin

    def toned(character: str, syllable: str) -> str:
        """Names have no neutral tones: 子 is zǐ."""
        if _tone(syllable) != "5":
            return syllable
        readings = pinyin(character, style=Style.TONE, heteronym=True)[0]
        return next((other for other in readings if _tone(other) != "5"), syllable)

    spoken = lazy_pinyin(characters, style=Style.TONE)  # characters without a reading come back in one piece
    each = (one for syllable in spoken for one in (syllable if is_han(syllable) else [syllable]))
    return list(map(toned, characters, each))


def _word(syllables: list[str]) -> str:
    apart = ("'" * (number > 0 and _plain(one)[0] in "aoe") + one for number, one in enumerate(syllables))
    return "".join(apart).capitalize()


def _plain(written: str) -> str:
    letters = (letter for letter in unicodedata.normalize("NFD", written) if letter not in _TONES)
    return unicodedata.normalize("NFC", "".join(letters))


def _tone(syllable: str) -> str:
    return next((_TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in _TONES), "5")
