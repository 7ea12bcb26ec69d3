"""A build is staged beside the published site, whatever stands in its way there."""

import pytest

from handrail.publish.stage import CannotPublish, Stage


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


def publish(target):
    stage = Stage(target)
    (stage.open() / "index.html").write_text("new")
    stage.publish()


def test_what_is_left_of_other_builds_is_removed_be_it_a_folder_a_file_or_a_link(site, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".site.staging").symlink_to(tmp_path / "elsewhere")
    (tmp_path / ".site.previous").write_text("a file")
    publish(site)
    assert (site / "index.html").read_text() == "new"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "elsewhere"}


def test_a_site_that_is_a_link_is_replaced_where_it_leads(site, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(site)
    publish(link)
    assert link.is_symlink()
    assert (site / "index.html").read_text() == "new"


def test_a_file_in_the_place_of_the_site_is_left_alone(tmp_path):
    (tmp_path / "site").write_text("a file")
    with pytest.raises(CannotPublish, match="is not a folder, so no site can take its place"):
        Stage(tmp_path / "site").open()
    assert (tmp_path / "site").read_text() == "a file"


def test_a_site_that_somebody_protected_is_replaced(site):
    (site / "index.html").chmod(0o400)
    site.chmod(0o500)
    publish(site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / ".site.lock").mkdir()
    with pytest.raises(CannotPublish, match=r"the site cannot be written: .*\.site\.lock"):
        Stage(tmp_path / "site").open()
    assert not (tmp_path / "site").exists()


def test_the_lock_goes_while_it_is_held(site, tmp_path, monkeypatch):
    stage = Stage(site)
    stage.open()
    held = stage._lock
    lock, unlink = tmp_path / ".site.lock", type(site).unlink

    def unlink_while_held(path, *arguments, **named):
        assert path != lock or not held.closed
        unlink(path, *arguments, **named)

    monkeypatch.setattr(type(site), "unlink", unlink_while_held)
    stage.close()
    assert held.closed
    assert not lock.exists()
