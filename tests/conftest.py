"""Options and fixtures that several test files share."""

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the findings that rules give into their case files; read the diff before commit",
    )


@pytest.fixture
def accept(request):
    return request.config.getoption("--accept")
