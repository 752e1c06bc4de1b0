"""Write a file whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from dragoman.errors import StoreError


def write_whole(path: Path, pieces: Iterable[str]) -> Path:
    """Write ``pieces`` to ``path``, in a folder that exists; a kill leaves the old file or the new one.

    Raises:
        StoreError: the place cannot be written.

    """
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            try:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                file.close()
                Path(file.name).unlink()
                raise
        try:
            Path(file.name).chmod(0o644)
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        told = error.strerror or str(error)
        raise StoreError(f"cannot write {path}: {told}; name another place with --out") from error
    return path
