"""Build the program as people install it, from the commit that is checked out: for Debian and its kin, and portable.

    python3 packaging/build.py [FOLDER]      the packages, and the unpacked program, into FOLDER (else `dist`)

Runs on a Debian with dpkg-dev and zstd, as any user. What Python needs comes into an environment of the build's own.
The same commit gives the same bytes: files bear the time of the commit, and what is packed is sorted.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LINUX = HERE / "linux"
NAME, LIBRARIES = "forumdesk", "_internal"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""px of the icons that desktops ask for."""
TOOLS = ("git", "dpkg-deb", "dpkg-shlibdeps", "dpkg-query", "strip", "zstd")
COMMON = Path("/usr/share/common-licenses")
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: ForumDesk <forumdesk@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libcups2
Section: misc
Priority: optional
Description: desk for forum organisers
 Agenda, speakers, signing ceremonies and plaque awards of a forum in one file;
 prints programmes and certificates, and exports lists. Chinese and English.
"""


def main(out: Path) -> None:
    """Make everything anew and say how large it became."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        sys.exit(f"The build needs {', '.join(missing)}: apt-get install git dpkg-dev zstd")
    os.environ["SOURCE_DATE_EPOCH"] = told("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
    shutil.rmtree(out, ignore_errors=True)
    work = ROOT / "build"
    shutil.rmtree(work, ignore_errors=True)
    python = environment(work / "environment")
    icons(python, work / "icons")
    folder = frozen(python, work, out)
    licences(folder)
    settle(folder)
    version = told(str(folder / NAME), "--version").split(",")[0].split()[1]
    packages = [debian(folder, work, out, version), portable(folder, work, out, version)]
    for package in packages:
        print(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB")
    sizes = sorted(((size(part), part.name) for part in (folder / LIBRARIES).iterdir()), reverse=True)
    print(f"{folder.name}/: {size(folder) / 1e6:.1f} MB, of these", end=" ")
    print(", ".join(f"{name} {bytes_ / 1e6:.1f}" for bytes_, name in sizes[:3]))


def environment(place: Path) -> Path:
    """A new environment with what is pinned for a run and for the build, and its Python."""
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    pins = ["-r", str(ROOT / "requirements.lock"), "-r", str(HERE / "requirements.lock")]
    run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pins)
    return python


def icons(python: Path, place: Path) -> None:
    """Draw the icons in every size."""
    run(str(python), str(HERE / "icons.py"), str(place), *map(str, SIZES))


def frozen(python: Path, work: Path, out: Path) -> Path:
    """The program in a folder of its own, with the commit it was made from."""
    (work / "commit").write_text(told("git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"), encoding="ascii")
    places = ["--distpath", str(out), "--workpath", str(work / "pyinstaller")]
    os.environ["PYTHONHASHSEED"] = "0"
    run(str(python), "-m", "PyInstaller", "--log-level", "WARN", *places, str(HERE / "forumdesk.spec"))
    for library in (out / NAME / LIBRARIES).glob("libpython*"):
        run("strip", "--strip-unneeded", str(library))
    return out / NAME


def licences(folder: Path) -> None:
    """Put beside the program the licences of all that has none among its Python packages."""
    place = folder / LIBRARIES / "licences"
    place.mkdir()
    for library in (folder / LIBRARIES).glob("*.so*"):
        if owner := owner_of(library.name):
            shutil.copyfile(f"/usr/share/doc/{owner}/copyright", place / f"{owner}.txt")
    for name, source in {
        "Python": Path(told(sys.executable, "-c", "import os; print(os.__file__)")).parent / "LICENSE.txt",
        "Qt and PySide (LGPL 3)": COMMON / "LGPL-3",
        "Qt and PySide (GPL 3, which the LGPL adds to)": COMMON / "GPL-3",
    }.items():
        if source.is_file():
            shutil.copyfile(source, place / f"{name}.txt")


def owner_of(library: str) -> str:
    """The Debian package that a system's library comes from; "" for one that comes with a Python package."""
    found = subprocess.run(["dpkg-query", "-S", f"*/{library}*"], capture_output=True, text=True, check=False).stdout
    return re.split(r"[:,]", found, maxsplit=1)[0]


def settle(folder: Path) -> None:
    """Give every file the time of the commit and the rights that are common."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in sorted([folder, *folder.rglob("*")], reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path.name == NAME
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def debian(folder: Path, work: Path, out: Path, version: str) -> Path:
    """A package for Debian: the program, its command, menu entry, file type, icons and manual."""
    tree = work / "deb"
    library, share = tree / "usr" / "lib" / NAME, tree / "usr" / "share"
    shutil.copytree(folder, library, symlinks=True)
    for shipped in (library / LIBRARIES).glob("*.so*"):  # a Debian keeps its own libraries safe and new
        if not shipped.is_symlink() and "python" not in shipped.name and owner_of(shipped.name):
            shipped.unlink()
    for source, place in {
        LINUX / "forumdesk.desktop": share / "applications" / "forumdesk.desktop",
        LINUX / "forumdesk.xml": share / "mime" / "packages" / "forumdesk.xml",
        ROOT / "LICENSE": share / "doc" / NAME / "copyright",
    }.items():
        place.parent.mkdir(parents=True)
        shutil.copyfile(source, place)
    for drawn in (work / "icons").glob("*/*.png"):
        kind = "mimetypes" if "event" in drawn.name else "apps"
        place = share / "icons" / "hicolor" / f"{drawn.parent.name}x{drawn.parent.name}" / kind
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawn, place / drawn.name)
    manual = share / "man" / "man1" / "forumdesk.1.gz"
    manual.parent.mkdir(parents=True)
    text = told(str(work / "environment" / "bin" / "python"), str(HERE / "manual.py"))
    manual.write_bytes(gzip.compress(f"{text}\n".encode(), mtime=0))
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    settle(tree)
    (tree / "usr/lib" / NAME / NAME).chmod(0o755)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    architecture = told("dpkg", "--print-architecture")
    kilobytes = size(tree) // 1024
    control.write_text(
        CONTROL.format(
            name=NAME, version=version, architecture=architecture, kilobytes=kilobytes, depends=depends(library, work)
        ),
        encoding="utf-8",
    )
    settle(control.parent)
    package = out / f"{NAME}_{version}_{architecture}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package))
    return package


def depends(library: Path, work: Path) -> str:
    """The Debian packages that have what the program takes from the system."""
    place = work / "shlibdeps" / "debian"
    place.mkdir(parents=True)
    (place / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="ascii")
    objects = [
        str(path) for path in sorted(library.rglob("*.so*")) if not path.is_symlink() and "cups" not in path.name
    ]
    private = sorted({str(path.parent) for path in library.rglob("*.so*")})
    found = told(
        "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *(f"-l{folder}" for folder in private),
        *(f"-e{path}" for path in [str(library / NAME), *objects]), cwd=place.parent,
    )  # fmt: skip
    return found.removeprefix("shlibs:Depends=")


def portable(folder: Path, work: Path, out: Path, version: str) -> Path:
    """The same program to unpack anywhere; a folder `settings` in it keeps what it remembers."""
    name = f"{NAME}-{version}-{os.uname().machine}"
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    archive = work / f"{name}.tar"
    beside = work / "settings"
    beside.mkdir()

    def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        return entry.replace(uid=0, gid=0, uname="", gname="", mtime=moment, deep=False)

    with tarfile.open(archive, "w", format=tarfile.GNU_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, Path(name) / path.relative_to(folder), recursive=False, filter=nobodys)
        tar.add(beside, Path(name) / "settings", filter=nobodys)
    package = out / f"{name}.tar.zst"
    run("zstd", "--quiet", "--force", "-12", "-T0", str(archive), "-o", str(package))
    return package


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(each.lstat().st_size for each in ([path] if path.is_file() else path.rglob("*")) if not each.is_dir())


def run(*command: str) -> None:
    """Run a command that has to succeed."""
    told(*command)


def told(*command: str, cwd: Path | None = None) -> str:
    """What a command that has to succeed prints, without the space around it."""
    ran = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True, cwd=cwd)
    if ran.returncode:
        sys.exit(f"{command[0]} failed: exit code {ran.returncode}")
    return ran.stdout.strip()


def asked(arguments: Sequence[str]) -> Path:
    """The folder to build into."""
    return Path(arguments[0]).resolve() if arguments else ROOT / "dist"


if __name__ == "__main__":
    main(asked(sys.argv[1:]))
