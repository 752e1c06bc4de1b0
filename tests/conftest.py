"""What the tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public test data beside the project; tests that need it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the public test data is not beside this checkout (../shared)")
    return SHARED
