"""Reading some rows of many."""

from __future__ import annotations

from uuid import uuid4

from forumdesk.domain.people import Person
from forumdesk.store.store import Store
from forumdesk.store.work import MOST_PARAMETERS


def test_some_rows_are_found_by_their_ids_however_many_and_unknown_ids_are_left_out(sample_store: Store) -> None:
    ids = [uuid4() for _ in range(MOST_PARAMETERS + 1)]
    with sample_store.work("many") as work:
        work.add_rows(Person, [{"id": row_id, "name_first": "张三"} for row_id in ids])
    with sample_store.look() as look:
        assert look.some(Person, [*ids, ids[0], uuid4()]).keys() == set(ids)
        assert look.some(Person, []) == {}
