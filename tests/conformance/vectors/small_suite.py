"""A small folder of vectors: a few published files with a manifest of their own, to be damaged in tests."""

import json
import shutil
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring import publish
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published

FILES = (
    "arith/i32f32/saturating-mul",
    "arith/math/clamp-value",
    "epoch/permits/tie-at-the-edge",
    "epoch/yuma3-liquid/n4",
    "law/epoch-repeatable/epoch-repeated",
)


def make(folder: Path, names: tuple[str, ...] = FILES) -> Path:
    """Copy some published files into a folder and give it a manifest, lists, registries and digests."""
    shutil.copytree(published() / "schema", folder / "schema")
    (folder / "registry").mkdir()
    shutil.copy(published() / "registry" / "retired.json", folder / "registry")
    found = {}
    for name in names:
        document = read_published(name)
        found[document["id"]] = document
    publish.write(folder, publish.all_files(found))
    return folder


def read_published(name: str) -> dict[str, Any]:
    """Return a published document by id."""
    plain = published() / f"{name}.json"
    document: dict[str, Any] = documents.read(plain if plain.exists() else published() / f"{name}.json.gz")
    return document


def edit(folder: Path, name: str, change: Any) -> None:
    """Change a document and write it, manifest and digests as if that were right."""
    stored = publish.stored_documents(folder)
    document = json.loads(json.dumps(stored[name]))
    change(document)
    stored[name] = document
    publish.write(folder, publish.all_files(stored))
