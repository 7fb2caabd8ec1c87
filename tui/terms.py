"""The terms that a translator has taken in this project, until the glossary takes them over."""

from __future__ import annotations

import json

from aligner.project import Project

SETTING = "terms"


def kept_terms(project: Project) -> list[tuple[str, str]]:
    """Return the terms of a project, Chinese and English, in the order they were taken."""
    return [(zh, en) for zh, en in json.loads(project.setting(SETTING) or "[]")]


def keep_term(project: Project, zh: str, en: str) -> None:
    """Keep a term, once. Raises UnwritableOutput."""
    terms = kept_terms(project)
    if (zh, en) not in terms:
        project.set_setting(SETTING, json.dumps([*terms, (zh, en)], ensure_ascii=False))
