"""A booklet of some 40 pages against platypus, naive and tuned: the ratios are the measure.

Run it by hand: `python tests/benchmarks/booklet.py`. The goals are at most 0.4 of naive platypus (two passes for the
contents, every paragraph broken anew) and 1.25 of tuned platypus (one pass, contents filled in at the end, lines
broken once, tables of 15 rows).
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from typing import Any, ClassVar

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from forumdesk.documents.booklet import Biography, Booklet, booklet
from forumdesk.documents.programme import Day, Item, Programme, Speaker
from forumdesk.documents.render.faces import font
from forumdesk.documents.render.pdf import render
from forumdesk.domain.text import Text

FORUMS, ITEMS, LIVES = 10, 30, 200
LIFE = "长期从事科技园区的规划与管理，主持多个园区的建设，参与起草园区发展规划。近年来关注园区之间的国际合作，"


def facts(run: int) -> Booklet:
    """Ten forums of thirty items and two hundred lives, all in words of their own and of this run."""
    days = tuple(
        Day(
            dt.date(2025, 3, 28),
            540,
            1140,
            Text("展示中心"),
            Text(f"第{forum}厅"),
            tuple(
                Item(
                    540 + 20 * at,
                    "report",
                    Text(f"第{run}.{forum}.{at}号报告：科技园区推动科技创新和产业创新融合发展"),
                    (Speaker(Text(f"讲者{run}.{forum}.{at}"), Text(f"第{forum}.{at}科技园管理委员会主任")),),
                )
                for at in range(ITEMS)
            ),
            Text(f"第{forum}分论坛"),
        )
        for forum in range(FORUMS)
    )
    lives = tuple(
        Biography(Text(f"讲者{run}.{at}"), Text(f"第{at}科技园主任"), Text(f"{LIFE}编号{run}.{at}。{LIFE}"))
        for at in range(LIVES)
    )
    return Booklet(Programme(Text("论坛年会"), Text("科技园区发展论坛"), days), biographies=lives)


def ours(told: Booklet) -> bytes:
    """Facts to PDF through the builder and the renderer."""
    out = io.BytesIO()
    render(booklet(told, pair=("zh", "en"), languages=("zh",)), out)
    return out.getvalue()


class Heading(Paragraph):
    """A paragraph that is in the contents."""


class Kept(Paragraph):
    """A paragraph whose lines are broken once for a style, a width and a text."""

    lines: ClassVar[dict[tuple[str, float, str], Any]] = {}

    def __init__(self, text: str, style: ParagraphStyle) -> None:
        super().__init__(text, style)
        self.source = text

    def breakLinesCJK(self, widths: Any) -> Any:
        """The lines, from before where they are known."""
        first = widths[0] if isinstance(widths, list | tuple) else widths
        key = (self.style.name, first, self.source)
        if key not in self.lines:
            self.lines[key] = super().breakLinesCJK(widths)
        return self.lines[key]


class Blank(Flowable):
    """The page the contents will be drawn on."""

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """All of the frame."""
        return width, 10

    def draw(self) -> None:
        """The form that is filled at the end."""
        self.canv.doForm("contents")


def story(told: Booklet, paragraph: Any, rows: int) -> list[Any]:
    """What platypus sets: a heading and tables for each forum, name, post and life for each speaker."""
    serif, sans = font("Serif-SemiBold").fontName, font("Sans-Regular").fontName
    head = ParagraphStyle("head", fontName=serif, fontSize=14, leading=20, wordWrap="CJK")
    title = ParagraphStyle("title", fontName=serif, fontSize=10.8, leading=15, wordWrap="CJK")
    text = ParagraphStyle("text", fontName=sans, fontSize=9.2, leading=14, wordWrap="CJK")
    flowables: list[Any] = []
    for day in told.programme.days:
        flowables.append(Heading(day.title.first, head))
        lines = [
            [
                paragraph(f"{item.start // 60:02d}:{item.start % 60:02d}", text),
                [
                    paragraph(item.title.first, title),
                    paragraph(f"{item.people[0].name.first}　{item.people[0].post.first}", text),
                ],
            ]
            for item in day.items
        ]
        for start in range(0, len(lines), rows):
            flowables.append(Table(lines[start : start + rows], colWidths=[15 * mm, 145 * mm]))
    flowables.append(Heading("嘉宾简介", head))
    for person in told.biographies:
        parts = [
            paragraph(person.name.first, title),
            paragraph(person.post.first, text),
            paragraph(person.text.first, text),
        ]
        flowables.append(KeepTogether(parts))
    return flowables


class Template(BaseDocTemplate):
    """A4 with a page number, which notes where headings stand."""

    def __init__(self, out: io.BytesIO) -> None:
        super().__init__(
            out, pagesize=(210 * mm, 297 * mm), pageCompression=1, initialFontName=font("Sans-Regular").fontName
        )
        frame = Frame(25 * mm, 21 * mm, 160 * mm, 252 * mm)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._number))
        self.headings: list[tuple[str, int]] = []

    def _number(self, canvas: Any, _: Any) -> None:
        canvas.setFont(font("Sans-Regular").fontName, 8.4)
        canvas.drawCentredString(105 * mm, 7 * mm, str(canvas.getPageNumber()))

    def afterFlowable(self, flowable: Any) -> None:
        """Note a heading and its page."""
        if isinstance(flowable, Heading):
            self.headings.append((flowable.getPlainText(), self.page))
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def naive(told: Booklet) -> bytes:
    """What the handbook of platypus shows: `multiBuild` until the contents are right."""
    out = io.BytesIO()
    style = ParagraphStyle("contents", fontName=font("Sans-Regular").fontName, fontSize=9.6, leading=16)
    contents = TableOfContents(levelStyles=[style])
    Template(out).multiBuild([contents, PageBreak(), *story(told, Paragraph, ITEMS)])
    return out.getvalue()


def tuned(told: Booklet) -> bytes:
    """One pass, the contents drawn as a form at the end."""
    out = io.BytesIO()
    Kept.lines.clear()
    template = Template(out)

    class Last(Flowable):
        def wrap(self, *_: float) -> tuple[float, float]:
            return 0, 0

        def draw(self) -> None:
            canvas = self.canv
            canvas.saveState()
            canvas.beginForm("contents")
            for number, (words, page) in enumerate(template.headings):
                canvas.setFont(font("Sans-Regular").fontName, 9.6)
                canvas.drawString(0, -16 * number, words)
                canvas.drawRightString(160 * mm, -16 * number, str(page))
            canvas.endForm()
            canvas.restoreState()

    template.build([Blank(), PageBreak(), *story(told, Kept, 15), Last()])
    return out.getvalue()


def say(line: str) -> None:
    """One line to whoever runs this."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Run all in turn, three times, each time with other words, and print medians and ratios."""
    import pypdfium2

    ways = {"ours": ours, "naive platypus": naive, "tuned platypus": tuned}
    for make in ways.values():
        make(facts(9))  # faces are loaded once a process
    times: dict[str, list[float]] = {name: [] for name in ways}
    for run in range(3):
        for number, (name, make) in enumerate(ways.items()):
            told = facts(10 * run + number)
            started = time.process_time()
            made = make(told)
            times[name].append(time.process_time() - started)
            say(f"{name:>15}: {times[name][-1]:.2f} s, {len(pypdfium2.PdfDocument(made))} pages")
    median = {name: sorted(values)[1] for name, values in times.items()}
    say(f"ratio to naive {median['ours'] / median['naive platypus']:.2f}")
    say(f"ratio to tuned {median['ours'] / median['tuned platypus']:.2f}")


if __name__ == "__main__":
    main()
