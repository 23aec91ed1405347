"""Organisations that hold files, the people there, their term dates, and what the files suggest."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE, UsageProblem
from app.domain.people import NATIONS, ORGANISATION_KINDS, ROLES, NewOrganisation
from app.services import browsing, organisations, term_dates

Json = Annotated[bool, typer.Option("--json")]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    group = typer.Typer(help="Organisations that hold files.", no_args_is_help=True)
    for name, command in (("add", add), ("list", list_all), ("edit", edit), ("suggest", suggest), ("person", person),
                          ("terms", terms), ("right", right)):  # fmt: skip
        group.command(name)(command)
    app.add_typer(group, name="organisation")


def add(
    context: typer.Context,
    name: str,
    kind: Annotated[str, typer.Option(help=", ".join(ORGANISATION_KINDS))] = "",
    nation: Annotated[str, typer.Option(help=", ".join(NATIONS))] = "",
    address: Annotated[str, typer.Option(help="Lines separated by commas.")] = "",
    contact: Annotated[str, typer.Option(help="Data protection contact.")] = "",
    email: Annotated[str, typer.Option()] = "",
    as_json: Json = False,
) -> int:
    """Add an organisation, or say more of one that is there."""
    state: State = context.obj
    with state.opened() as case:
        new = NewOrganisation(name, _kind(kind), _nation(nation), _lines(address), contact, email)
        saved, _ = browsing.save_organisation(case, _merged(case, name, new))
    print_json(asdict(saved)) if as_json else say(f"Organisation {saved.id}: {saved.name}")
    return EXIT_DONE


def edit(
    context: typer.Context,
    organisation: str,
    name: Annotated[str, typer.Option()] = "",
    kind: Annotated[str, typer.Option(help=", ".join(ORGANISATION_KINDS))] = "",
    nation: Annotated[str, typer.Option(help=", ".join(NATIONS))] = "",
    address: Annotated[str, typer.Option(help="Lines separated by commas.")] = "",
    contact: Annotated[str, typer.Option(help="Data protection contact.")] = "",
    email: Annotated[str, typer.Option()] = "",
) -> int:
    """Change what is known of an organisation; what is not given stays."""
    state: State = context.obj
    with state.opened() as case:
        owner = browsing.find_organisation(case, organisation)
        new = NewOrganisation(name or owner.name, _kind(kind), _nation(nation), _lines(address), contact, email)
        say(organisations.edit(case, int(owner.id), _merged(case, owner.name, new)).words)
    return EXIT_DONE


def _kind(given: str) -> str:
    return organisations.kind_of(given) if given else ""


def _nation(given: str) -> str:
    return organisations.nation_of(given) if given else ""


def _lines(address: str) -> str:
    return "\n".join(part.strip() for part in address.split(",") if part.strip())


def _merged(case: Any, name: str, new: NewOrganisation) -> NewOrganisation:
    """What was known before stays where nothing new was said."""
    known: dict[str, Any] = next(
        (asdict(o) for o in browsing.organisations(case) if o.name.lower() == name.lower()), {}
    )
    return NewOrganisation(**{key: value or known.get(key, "") for key, value in asdict(new).items()})


def list_all(context: typer.Context, as_json: Json = False) -> int:
    """List them with the people there."""
    state: State = context.obj
    with state.opened() as case:
        found, people = browsing.organisations(case), organisations.contacts(case)
        terms_of = {o.id: term_dates.term_dates(case, int(o.id)) for o in found}
    if as_json:
        mine = {o.id: [asdict(c) for c in people if c.organisation == o.id] for o in found}
        print_json([{**asdict(o), "people": mine[o.id], "terms": asdict(terms_of[o.id])} for o in found])
    else:
        print_table(("id", "name", "kind", "documents"), ((o.id, o.name, o.kind, o.documents) for o in found))
    return EXIT_DONE


def suggest(
    context: typer.Context,
    organisation: Annotated[str, typer.Argument(help="One of them, or all.")] = "",
    take: Annotated[list[str] | None, typer.Option("--yes", help="Take this suggestion over.")] = None,
    decline: Annotated[list[str] | None, typer.Option("--no", help="Never make it again.")] = None,
    as_json: Json = False,
) -> int:
    """What the files say of organisations and is not noted yet."""
    state: State = context.obj
    with state.opened() as case:
        owner = int(browsing.find_organisation(case, organisation).id) if organisation else None
        found = organisations.suggestions(case, owner)
        for keys, yes in ((take or (), True), (decline or (), False)):
            for key in keys:
                chosen = next((s for s in found if s.key == key), None)
                if chosen is None:
                    raise UsageProblem("suggestion", f"There is no suggestion “{key}”.", "", "See the list.")
                say(organisations.decide(case, chosen, yes=yes).words)
        left = organisations.suggestions(case, owner) if take or decline else found
        names = {int(o.id): o.name for o in browsing.organisations(case)}
    if as_json:
        print_json([asdict(s) for s in left])
    elif not (take or decline):
        print_table(
            ("organisation", "what", "value", "why", "key"),
            (
                (names[s.organisation], organisations.FIELDS[s.field], s.value.replace("\n", ", "), s.reason, s.key)
                for s in left
            ),
        )
    return EXIT_DONE


def person(
    context: typer.Context,
    organisation: str,
    name: str,
    role: Annotated[str, typer.Option(help=", ".join(ROLES))] = "other",
    email: Annotated[str, typer.Option()] = "",
    phone: Annotated[str, typer.Option()] = "",
    write_to: Annotated[bool, typer.Option("--write-to", help="Letters go to this person from now on.")] = False,
) -> int:
    """Add a person at an organisation, or say more of one."""
    state: State = context.obj
    with state.opened() as case:
        owner = int(browsing.find_organisation(case, organisation).id)
        known = {c.name.casefold(): c for c in organisations.contacts(case, owner)}
        same = known.get(name.casefold())
        say(organisations.save_contact(case, owner, name, role, email, phone, same.id if same else None).words)
        if write_to:
            made = next(c for c in organisations.contacts(case, owner) if c.name.casefold() == name.casefold())
            say(organisations.write_to(case, made.id).words)
    return EXIT_DONE


def terms(
    context: typer.Context,
    organisation: str,
    spans: Annotated[
        str, typer.Argument(help='"2026-09-03..2026-10-23, 2026-11-02..2026-12-18"; empty to see them.')
    ] = "",
    inset: Annotated[str, typer.Option(help="Training days in these terms.")] = "",
    as_json: Json = False,
) -> int:
    """When a school is open to pupils: terms (half terms apart) and training days."""
    state: State = context.obj
    with state.opened() as case:
        owner = int(browsing.find_organisation(case, organisation).id)
        if spans:
            term_dates.set_term_dates(case, owner, spans, inset)
        found = term_dates.term_dates(case, owner)
    if as_json:
        print_json(asdict(found))
    else:
        for first, last in found.terms:
            say(f"{show(first)} to {show(last)}")
        say(f"Training days: {', '.join(show(day) for day in found.inset) or 'none'}")
    return EXIT_DONE


def right(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="parent, child or advocate; empty to see the rule.")] = "",
    advocate: Annotated[str, typer.Option(help="The advocate's name.")] = "",
    as_json: Json = False,
) -> int:
    """Who uses the child's right, and what the rule of the nation is."""
    state: State = context.obj
    with state.opened() as case:
        if who:
            organisations.set_who_asks(case, who, advocate)
        details, advice = organisations.who_asks(case)
    if as_json:
        print_json({"right_of": details.right_of, "advocate": details.advocate, "rule": advice.age, "ask": advice.line})
    else:
        say(advice.age)
        say(advice.line)
    return EXIT_DONE
