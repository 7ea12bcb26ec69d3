"""Options and fixtures that several test files share."""

import pytest
from projects import run
from protocol import ROOT


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the findings that rules give into their case files; read the diff before commit",
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
def site(tmp_path_factory):
    """The published template protocol, in a folder below a server's root."""
    root = tmp_path_factory.mktemp("server")
    done = run(ROOT, "mkdocs", "build", "-d", str(root / "family/protocol"))
    assert done.returncode == 0, done.stderr
    return root / "family/protocol"


@pytest.fixture(scope="session")
def address(site):
    """The address of the published template protocol, below a path."""
    from browser import serve

    with serve(site.parent.parent) as server:
        yield f"{server}/family/protocol/"
