"""Progress of a long run: drawn on a terminal only, and gone when the run ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dragoman.cli.options import on_terminal

Tell = Callable[[str, int], None]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell]:
    """Give a function that is told a step and how many inputs it has finished."""
    if quiet or not on_terminal():
        yield lambda _step, _done: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        steps: dict[str, TaskID] = {}

        def tell(step: str, done: int) -> None:
            if step not in steps:
                steps[step] = bar.add_task(step, total=None)
            bar.update(steps[step], completed=done)

        yield tell
