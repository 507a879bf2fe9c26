"""Writing a generation to a folder of vectors, or holding it against what lies there."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring import registry
from subtensor_conformance.authoring.generate import Document, files_of
from subtensor_conformance.vectors import documents, manifest
from subtensor_conformance.vectors.canonical import text_of
from subtensor_spec.errors import InvalidInput

FOLDERS = ("arith", "epoch", "law", "op", "states", "trace")


def stored_documents(folder: Path) -> dict[str, Document]:
    """Return every vector and state in a folder by id, checked against nothing."""
    found = {}
    for path in sorted(path for kind in FOLDERS for path in (folder / kind).rglob("*.json*")):
        document = documents.read(path)
        if not isinstance(document, dict) or "id" not in document:
            raise InvalidInput(str(path), "is no vector document")
        found[document["id"]] = document
    return found


def all_files(found: dict[str, Document]) -> dict[str, bytes]:
    """Return the content of every derived file for a set of documents, by path; digests and provenance excepted."""
    published = files_of(found)
    files = {path: content for path, (_, content) in published.items()}
    for name, value in _registries(found.values()).items():
        files[f"registry/{name}.json"] = text_of(value).encode()
    files[manifest.NAME] = text_of(manifest.build(published)).encode()
    return files | manifest.lists(published)


def _registries(found: Iterable[Document]) -> dict[str, Any]:
    return {
        "types": registry.types(),
        "rules": registry.rules(),
        "errors": registry.errors(),
        "revisions": registry.revisions(),
        "laws": registry.laws(),
        "coverage": registry.coverage(found),
    }


def write(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Write files, remove vectors and lists that are no longer published, and return the paths that changed."""
    changed = [path for path, content in files.items() if documents.write(folder / path, content)]
    for stale in _stale(folder, files):
        (folder / stale).unlink()
        changed.append(stale)
    names = [path for path in present(folder) if path not in (manifest.DIGESTS, manifest.PROVENANCE)]
    if documents.write(folder / manifest.DIGESTS, manifest.digest_lines(folder, names)):
        changed.append(manifest.DIGESTS)
    return changed


def differences(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Return a line for each file that is missing, not as generated, or not generated at all."""
    lines = [f"{path} is not generated" for path in _stale(folder, files)]
    for path, content in files.items():
        if not (folder / path).is_file():
            lines.append(f"{path} is missing")
        elif documents.read_bytes(folder / path) != content:
            lines.append(f"{path} is not as generated")
    return lines


def present(folder: Path) -> list[str]:
    """Return the paths of all files in a folder, relative to it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _stale(folder: Path, files: dict[str, bytes]) -> list[str]:
    derived = (*(f"{kind}/" for kind in FOLDERS), "lists/")
    return [path for path in present(folder) if path.startswith(derived) and path not in files]


def write_provenance(folder: Path, captures: dict[str, Any]) -> None:
    """Write where observed answers came from, and what generated the rest; not part of any digest."""
    value = {"format": 1, "captures": captures, "generated_with": _tools()}
    (folder / manifest.PROVENANCE).write_text(text_of(value))


def read_captures(folder: Path) -> dict[str, Any]:
    """Return what provenance says of captures, nothing if there is no such file yet."""
    path = folder / manifest.PROVENANCE
    return json.loads(path.read_text())["captures"] if path.is_file() else {}


def _tools() -> dict[str, str]:
    import platform

    import numpy

    from subtensor_spec import __version__

    return {"subtensor-spec": __version__, "python": platform.python_version(), "numpy": numpy.__version__}
