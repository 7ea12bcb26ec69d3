"""Options and fixtures that several test files share."""

import pytest
from filelock import FileLock
from projects import run
from protocol import ROOT


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what is found now into case files and golden text; read the diff",
    )


@pytest.fixture
def accept(request):
    return request.config.getoption("--accept")


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium."""
    from browser import chromium

    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The published template protocol, in a folder below a server's root.

    Tests that run side by side share it: whoever needs it first builds it for all.
    """
    ours = tmp_path_factory.getbasetemp()
    root = (ours if worker_id == "master" else ours.parent) / "server"
    published = root / "family/protocol"
    root.mkdir(exist_ok=True)
    with FileLock(root.with_name("server.lock")):
        if not published.is_dir():
            done = run(ROOT, "mkdocs", "build", "-d", str(published))
            assert done.returncode == 0, done.stderr
    return published


@pytest.fixture(scope="session")
def address(site):
    """The address of the published template protocol, below a path."""
    from browser import serve

    with serve(site.parent.parent) as server:
        yield f"{server}/family/protocol/"


@pytest.fixture(scope="session")
def sampler(tmp_path_factory):
    """The address of a small published protocol with a page of each kind."""
    from browser import serve
    from sampler import publish_sampler

    with serve(publish_sampler(tmp_path_factory.mktemp("sampler"))) as server:
        yield f"{server}/"
