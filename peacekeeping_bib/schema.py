"""The JSON Schemas: compiled validators, readable messages, canonical form of a file."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .errors import CatalogueError, InvalidRecord
from .paths import data_folder
from .reading import RecordFile

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_TYPES = ("record", "body", "operation", "series")
_MESSAGE_LENGTH = 300


class Problem(NamedTuple):
    """Something wrong at a place of a file."""

    file: str
    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.pointer or '/'}: {self.message}"

    def as_error(self) -> InvalidRecord:
        """Return the problem as the error that names file, pointer and message."""
        return InvalidRecord(*self)


def pointer(parts: Iterable[str | int]) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


@functools.cache
def _schemas() -> dict[str, dict[str, Any]]:
    folder = data_folder("schemas")
    found: dict[str, dict[str, Any]] = {}
    for name in ("common", *_TYPES):
        path = os.path.join(folder, f"{name}.schema.json")
        try:
            with open(path, encoding="utf-8") as stream:
                found[name] = json.load(stream)
        except (OSError, ValueError) as error:
            raise CatalogueError(f"{path}: the schema cannot be read: {error}") from None
    return found


@functools.cache
def _validator(kind: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    schemas = _schemas()
    registry = Registry[Any]().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()
    )
    return Draft202012Validator(schemas[kind], registry=registry)


def problems(file: RecordFile) -> Iterator[Problem]:
    """Yield what the schema finds wrong in a file, in the order of the file."""
    errors = _validator(file.type).iter_errors(file.data)
    for error in sorted(errors, key=lambda item: [str(part) for part in item.absolute_path]):
        yield Problem(file.path, pointer(error.absolute_path), _message(error))


def _pattern(error: ValidationError) -> str:
    said = error.schema.get("description", "") if isinstance(error.schema, Mapping) else ""
    return f"{error.instance!r} does not fit the pattern {error.validator_value}. {said}".strip()


def _one_of(error: ValidationError) -> str:
    known = cast("list[str]", error.validator_value)
    return f"{error.instance!r} is unknown; expected one of: " + ", ".join(known)


def _required(error: ValidationError) -> str:
    return error.message.replace("is a required property", "is required here and missing")


#: Our wording for the findings that curators meet most; others keep the validator's own.
_WORDING: dict[str, Callable[[ValidationError], str]] = {
    "pattern": _pattern,
    "enum": _one_of,
    "required": _required,
}


def _message(error: ValidationError) -> str:
    wording = _WORDING.get(str(error.validator))
    message = wording(error) if wording else error.message
    return message if len(message) <= _MESSAGE_LENGTH else message[:_MESSAGE_LENGTH] + "…"


def _resolve(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        schema = _schemas()["common"]["$defs"][name]
    return schema


def _ordered(value: Any, schema: Mapping[str, Any]) -> Any:
    schema = _resolve(schema)
    if isinstance(value, dict):
        parts = schema.get("properties", {})
        known = [name for name in parts if name in value]
        others = sorted(name for name in value if name not in parts)
        return {name: _ordered(value[name], parts.get(name, {})) for name in (*known, *others)}
    if isinstance(value, list):
        return [_ordered(item, schema.get("items", {})) for item in value]
    return value


def canonical(kind: str, data: Mapping[str, Any]) -> bytes:
    """Return the one form in which a file is stored.

    UTF-8 without escapes, two blanks of indentation, properties in the order of the schema,
    languages in alphabetical order, a line feed at the end.
    """
    ordered = _ordered(dict(data), _schemas()[kind])
    return (json.dumps(ordered, ensure_ascii=False, indent=2) + "\n").encode()
