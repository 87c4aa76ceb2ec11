"""QR codes: what they say, and what is too long for them."""

from __future__ import annotations

import pytest

from forumdesk.documents.render.codes import CodeTooLong, modules


def test_a_code_has_a_row_of_modules_for_each_of_its_sides() -> None:
    code = modules("ZGC-2025-017")
    assert code.side == 21
    assert len(code.rows) == 21 * 24 // 4


def test_a_text_that_no_code_holds_is_refused_by_its_beginning() -> None:
    with pytest.raises(CodeTooLong) as refused:
        modules("中关村特色产业园" * 400)
    assert refused.value.facts["count"] == 3200
    assert str(refused.value.facts["begin"]).startswith("中关村特色产业园")
