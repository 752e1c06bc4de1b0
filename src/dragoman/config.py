"""Typed settings: one frozen record per stage, read from one TOML file."""

import difflib
import tomllib
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Any

from dragoman.errors import ConfigError
from dragoman.sources.files import SourceLimits
from dragoman.stages.clean import CleanSettings
from dragoman.stages.origins import OriginSettings
from dragoman.stages.parse import ParseSettings
from dragoman.stages.stories import StorySettings


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of every stage that has some; each field is a table of the file."""

    sources: SourceLimits = field(default_factory=SourceLimits)
    clean: CleanSettings = field(default_factory=CleanSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    stories: StorySettings = field(default_factory=StorySettings)
    origins: OriginSettings = field(default_factory=OriginSettings)


def load_settings(path: Path | None) -> Settings:
    """Return the settings of the file at ``path``; of ``dragoman.toml`` here, if there is one, when ``None``.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or asks for something unknown.

    """
    chosen = path or Path("dragoman.toml")
    if path is None and not chosen.is_file():
        return Settings()
    try:
        return read_settings(chosen.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{chosen}: cannot be read ({error}); name a readable file with --config"
        ) from error
    except ConfigError as error:
        raise ConfigError(f"{chosen}: {error}") from error


def read_settings(toml: str) -> Settings:
    """Return the settings ``toml`` asks for, with defaults for the rest.

    Raises:
        ConfigError: a table or key is unknown, or a value is of another type than its default.

    """
    try:
        asked: dict[str, Any] = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"no valid TOML: {error}") from error
    defaults = Settings()
    names = [f.name for f in fields(Settings)]
    tables: dict[str, Any] = {}
    for table, values in asked.items():
        if table not in names or not isinstance(values, dict):
            raise ConfigError(f"no table [{table}]{_meant(table, names)}; known: {names}")
        tables[table] = _fill(table, getattr(defaults, table), values)
    return Settings(**tables)


def _fill(table: str, default: Any, values: dict[str, Any]) -> Any:  # noqa: ANN401 - one record type per table
    known = {f.name: getattr(default, f.name) for f in fields(default)}
    for key, value in values.items():
        if key not in known:
            raise ConfigError(
                f"[{table}] has no setting {key!r}{_meant(key, list(known))}; known: {sorted(known)}"
            )
        if isinstance(known[key], Enum):
            values = values | {key: _choice(f"[{table}] {key}", type(known[key]), value)}
        elif isinstance(known[key], float) and type(value) is int:
            values = values | {key: float(value)}
        elif type(value) is not type(known[key]):
            raise ConfigError(
                f"[{table}] {key} = {value!r} should be {type(known[key]).__name__}, "
                f"such as the default {known[key]!r}"
            )
        if isinstance(value, int | float) and value < 0:
            raise ConfigError(f"[{table}] {key} = {value!r} is below 0; the default is {known[key]!r}")
    return type(default)(**(known | values))


def _choice(setting: str, choices: type[Enum], value: object) -> Enum:
    """Return the one of ``choices`` that is written as ``value``."""
    try:
        return choices(value)
    except ValueError as error:
        known = [str(choice.value) for choice in choices]
        raise ConfigError(f"{setting} = {value!r}{_meant(str(value), known)}; known: {known}") from error


def _meant(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    return f" (did you mean {near[0]!r}?)" if near else ""
