"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import forumdesk.rules

FOUND = pkgutil.walk_packages(forumdesk.rules.__path__, "forumdesk.rules.")
MODULES = [module.name for module in FOUND if not module.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_a_docstring_says_what_the_code_does(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
