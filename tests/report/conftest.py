"""The world that the tests of the view look at."""

from tests.view.conftest import view, world_file  # noqa: F401
