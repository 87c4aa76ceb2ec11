"""1,000 certificates against the same pages written as one string each: the ratio is the measure.

Run it by hand: `python tests/benchmarks/certificates.py [pieces]`. The goal is at most 1.5. Then 100, 1,000 and 5,000
are printed, each in a process of its own: memory grows by at most 60 MB, and 5,000 go at 0.9 times the pace of 1,000.
"""

from __future__ import annotations

import datetime as dt
import io
import resource
import subprocess
import sys
import time

from forumdesk.documents import wording
from forumdesk.documents.cards.compose import Piece, composed
from forumdesk.documents.cards.facts import Occasion, Thanks
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.kinds import kind, tell_occasion
from forumdesk.documents.cards.shipped import usual
from forumdesk.documents.render.faces import font
from forumdesk.documents.render.pdf import render
from forumdesk.domain.text import Text

FORUM = Text("世界领先科技园区发展论坛", "World Leading Science Park Development Forum")
DAY = dt.date(2025, 3, 28)
PAIR = ("zh", "en")


def facts(pieces: int, run: int) -> tuple[Thanks, ...]:
    """Speakers whose names and posts all differ, also from those of another run."""
    return tuple(
        Thanks(
            key=f"thanks-{number:05d}",
            name=Text(f"{chr(0x5F20 + number % 700)}{chr(0x4E00 + number % 997)}{run}", f"Speaker {run}.{number}"),
            post=Text(f"第{run}.{number}科技园管理委员会主任", f"Director, Science Park {run}.{number}"),
            talk=Text(f"科技园区的未来（{run}.{number}）", f"The Future of Science Parks ({run}.{number})"),
            number=Text(f"{run}-{number:05d}"),
        )
        for number in range(pieces)
    )


def ours(pieces: int, run: int) -> bytes:
    """Facts to PDF through the builder and the renderer."""
    occasion = Occasion(
        FORUM,
        DAY,
        issuers=(Text("中关村发展集团", "Zhongguancun Development Group"),),
    )
    out = io.BytesIO()
    told = [Piece(piece.key, kind("thanks").tell(piece, PAIR)) for piece in facts(pieces, run)]
    render(composed(usual("thanks"), tell_occasion(occasion, PAIR), told, Manner(PAIR, PAIR)), out)
    return out.getvalue()


def as_strings(pieces: int, run: int) -> bytes:
    """The least that ReportLab can do: the shared art once, every page one string of operators, no measuring."""
    import zxingcpp
    from reportlab.pdfgen.canvas import Canvas

    faces = [font(name) for name in ("Serif-SemiBold", "Serif-Regular", "Kai-Regular", "Sans-Regular")]
    out = io.BytesIO()
    canvas = Canvas(out, (842, 595), pageCompression=1, invariant=1, initialFontName=faces[3].fontName)
    canvas.beginForm("art")
    canvas.addLiteral("0.06 0.36 0.39 RG 1.8 w 31 31 780 533 re S")
    canvas.endForm()
    for piece in facts(pieces, run):
        canvas.doForm("art")
        texts = (piece.name.first, piece.name.second, piece.post.first, piece.post.second, piece.number.first)
        texts = (
            *texts,
            f"感谢您于{wording.date(DAY, 'zh')}出席{FORUM.first}，并作题为“{piece.talk.first}”的演讲。",
            f"With sincere thanks for your talk “{piece.talk.second}” at the {FORUM.second} "
            f"on {wording.date(DAY, 'en')}.",
        )
        code = []
        for line, text in enumerate(texts):
            face = faces[line % 4]
            shown = " ".join(
                f"{face.getSubsetInternalName(part, canvas._doc)} 14 Tf <{codes.hex()}> Tj"
                for part, codes in face.splitString(text, canvas._doc)
            )
            code.append(f"BT 1 0 0 1 300 {500 - 40 * line} Tm {shown} ET")
        image = zxingcpp.create_barcode(piece.key, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
            add_quiet_zones=False
        )
        side = image.shape[0]
        pixels = bytes(image)
        rows = ("".join("1" if p else "0" for p in pixels[at : at + side]) for at in range(0, side * side, side))
        bits = "".join(f"{int(row + '0' * (-side % 8), 2):0{(side + -side % 8) // 4}X}" for row in rows)
        code.append(f"q 42 0 0 42 68 70 cm BI /IM true /W {side} /H {side} /BPC 1 /F /AHx ID {bits}> EI Q")
        canvas.addLiteral("\n".join(code))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def say(line: str) -> None:
    """One line to whoever runs this."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Run both in turn, three times, and print medians and their ratio."""
    pieces = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    ours(10, 9), as_strings(10, 9)  # faces are loaded once a process
    times: dict[str, list[float]] = {"ours": [], "as strings": []}
    for run in range(3):
        for name, make in (("ours", ours), ("as strings", as_strings)):
            started = time.process_time()
            made = make(pieces, run)
            times[name].append(time.process_time() - started)
            say(f"{name:>10}: {times[name][-1]:.2f} s, {len(made) / pieces / 1000:.2f} kB a page")
    median = {name: sorted(values)[1] for name, values in times.items()}
    say(f"ratio {median['ours'] / median['as strings']:.2f}")
    for many in (100, 1_000, 5_000):
        subprocess.run([sys.executable, __file__, "alone", str(many)], check=True)


def alone(pieces: int) -> None:
    """Print so many, and say at what pace and with how much memory."""
    ours(10, 9)
    started = time.process_time()
    size = len(ours(pieces, 1)) / pieces / 1000
    pace = pieces / (time.process_time() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"{pieces:>10}: {pace:.0f} pages a second, {size:.2f} kB a page, peak memory {memory:.0f} MB")


if __name__ == "__main__":
    alone(int(sys.argv[2])) if sys.argv[1:2] == ["alone"] else main()
