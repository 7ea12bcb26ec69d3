"""The command refuses in a plain sentence what the program that builds the site cannot use."""

import socket

import pytest
from projects import make_project, run


def said_by(project, *arguments):
    done = run(project, "handrail", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("program"))


def test_an_address_that_another_program_has_is_named_before_a_preview_begins(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        project = make_project(tmp_path / "taken", settings=f"dev_addr: {address}\n")
        assert f"another program has the address {address}" in said_by(project, "serve")


def test_a_missing_docs_folder_is_named(project):
    (project / "docs").rename(project / "pages")
    said = said_by(project, "check")
    (project / "pages").rename(project / "docs")
    assert 'mkdocs.yml:1:1: error: there is no folder "docs" beside the settings' in said


def test_settings_that_cannot_be_read_are_refused_at_their_line(project):
    settings = project / "mkdocs.yml"
    whole = settings.read_text()
    settings.write_text(f"\tsite_name: A\n{whole}")
    said = said_by(project, "build")
    settings.write_text(whole)
    assert said == (
        "mkdocs.yml:1:1: error: the line begins with a tab\n"
        "    help: put two spaces in the place of each tab\n"
    )
