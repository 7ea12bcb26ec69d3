"""What commands read of a project without building anything."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from handrail.handbook import Settings
from handrail.program import SETTINGS, CannotRun, WrongSettings
from handrail.read.folder import sources_below
from handrail.read.protocol import read_protocol
from handrail.read.settings_file import read_faults, wrong_setting
from handrail.settings import WrongSetting, read_settings
from handrail.today import WrongDay, today


def docs_of(project: Path) -> Path:
    """The folder of the pages."""
    return project / _settings(project).get("docs_dir", "docs")


def pages_and_records(project: Path) -> dict:
    """The project's pages and what they hold."""
    excluded = _settings(project).get("exclude_docs") or ""
    return read_protocol(sources_below(project, docs_of(project), excluded))


def settings_of_ours(project: Path) -> Settings:
    """What `extra.handrail` says."""
    text = (project / SETTINGS).read_text("utf-8-sig")
    try:
        extra = _settings(project).get("extra")
        values = extra.get("handrail") if isinstance(extra, dict) else None
        return read_settings(values, today(os.environ))
    except WrongDay as error:
        raise CannotRun(str(error)) from None
    except WrongSetting as error:
        raise WrongSettings([wrong_setting(error, [(SETTINGS, text)])]) from None


def _settings(project: Path) -> dict:
    """What `mkdocs.yml` says."""
    data = (project / SETTINGS).read_bytes()
    faults = read_faults(data, SETTINGS)
    if faults:
        raise WrongSettings(faults)
    return yaml.load(data.decode("utf-8-sig"), Loader=_Plain)


class _Plain(yaml.SafeLoader):
    """Reads settings without running what their `!!python` and `!ENV` tags name."""


_Plain.add_multi_constructor("", lambda *_: None)
