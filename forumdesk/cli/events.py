"""Events as wholes: begin one, look at it, check it."""

from __future__ import annotations

import click

from forumdesk.cli.answers import NOT_FINE, Session, print_json
from forumdesk.cli.arguments import file_argument, json_option, opened


@click.command()
@file_argument
def sample(file: str) -> None:
    """Write the sample event: a real forum, with everything that happened there."""
    from forumdesk.app.sample import found_sample
    from forumdesk.store.opening import create

    create(file, found_sample).close()
    click.echo(file)


@click.command()
@file_argument
@click.option("--title", required=True, help="The event's title in its first language.")
@click.option("--title-second", default="", help="The title in the second language.")
@click.option("--languages", default="zh,en", show_default=True, help="The event's two languages.")
@click.option("--date", "day", help="The first day, as 2025-03-28; today where it is not given.")
@click.option("--zone", default="Asia/Shanghai", show_default=True, help="The event's time zone.")
def new(file: str, title: str, title_second: str, languages: str, day: str | None, zone: str) -> None:
    """Begin a new event with one forum in it."""
    from forumdesk.app.founding import found_event
    from forumdesk.store.opening import create

    create(file, found_event(title, title_second, languages, day, zone)).close()
    click.echo(file)


@click.command()
@file_argument
@click.argument("new", metavar="NEW")
@click.option("--title", help="The next event's title in its first language; the old one where it is not given.")
@click.option("--title-second", help="The title in the second language; the old one where it is not given.")
@click.option("--date", "day", help="The first day, as 2025-03-28; a year later where it is not given.")
def duplicate(file: str, new: str, title: str | None, title_second: str | None, day: str | None) -> None:
    """Duplicate an event for the next one: people, organisations and the shape of the agenda carry over."""
    from forumdesk.app.duplicating import duplicated
    from forumdesk.store.opening import create

    with opened(file) as store:
        create(new, duplicated(store, title, title_second, day)).close()
    click.echo(new)


@click.command()
@file_argument
@json_option
def info(file: str, as_json: bool) -> None:
    """Tell what an event holds: a count a kind, the schema, the last step."""
    from forumdesk.app.summary import summary

    with opened(file) as store:
        facts = summary(store)
    if as_json:
        print_json(facts)
        return
    click.echo(facts["title"])
    if facts["title_second"]:
        click.echo(facts["title_second"])
    for name, count in facts["counts"].items():
        click.echo(f"{name:>22}  {count}")
    if last := facts["last_step"]:
        click.echo(f"{'last_step':>22}  {last['title']} · {last['actor']} · {last['at'][:19]}Z")


@click.command()
@file_argument
@json_option
@click.pass_obj
def check(session: Session, file: str, as_json: bool) -> int:
    """Say what is wrong or doubtful; exit code 1 if an error stands that nobody accepted."""
    from forumdesk.app.checking import check as find_problems

    with opened(file) as store, store.look() as look:
        problems = find_problems(look)
    if as_json:
        print_json({"problems": [problem.line(session.words) for problem in problems]})
    else:
        for problem in problems:
            accepted = f" ({session.words.say('accepted')})" if problem.accepted else ""
            click.echo(f"{session.words.say(problem.severity)}: {problem.say(session.words)}{accepted}")
    standing = any(problem.severity == "error" and not problem.accepted for problem in problems)
    return NOT_FINE if standing else 0
