"""Files on disk: plain and gzip'd, and one clear line for whatever is wrong with one."""

import gzip
from pathlib import Path

import pytest

from subtensor_conformance.vectors import documents
from subtensor_spec.errors import InvalidInput


def test_written_content_is_read_back(tmp_path: Path) -> None:
    """Content comes back as it was, gzip'd or not; the same content is not written twice."""
    for name in ("plain.json", "packed.json.gz"):
        path = tmp_path / "deep" / name
        assert documents.write(path, b'{"a": 1}\n')
        assert not documents.write(path, b'{"a": 1}\n')
        assert documents.read(path) == {"a": 1}


def test_equal_content_packs_to_equal_bytes(tmp_path: Path) -> None:
    """A gzip'd file carries neither a time nor a name."""
    first, second = tmp_path / "a.json.gz", tmp_path / "b.json.gz"
    documents.write(first, b"[]\n" * 100)
    documents.write(second, b"[]\n" * 100)
    assert first.read_bytes() == second.read_bytes()


def test_a_file_packed_otherwise_is_left_alone(tmp_path: Path) -> None:
    """Another zlib packs to other bytes: equal content is no reason to write."""
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(b"[]\n", 1, mtime=7))
    before = path.read_bytes()
    assert not documents.write(path, b"[]\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("broken.json", b'{"a": ', "is not JSON"),
        ("float.json", b'{"a": 1.5}', "holds 1.5"),
        ("nan.json", b'{"a": NaN}', "holds NaN"),
        ("binary.json", b"\xff\xfe\x00\x01\x02", "is not UTF-8 text"),
        ("deep.json", b"[" * 100_000, "too deeply"),
        ("cut.json.gz", gzip.compress(b"[1, 2, 3]", mtime=0)[:-6], "cannot be read"),
        ("plain.json.gz", b"[1]", "cannot be read"),
    ],
)
def test_a_damaged_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    """Whatever a file holds, the complaint names the file and fits on a line."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InvalidInput) as caught:
        documents.read(path)
    assert complaint in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    """A missing file is said to be missing."""
    with pytest.raises(InvalidInput, match="is missing"):
        documents.read(tmp_path / "nothing.json")


def test_only_large_content_is_packed() -> None:
    """A document's path tells whether it is gzip'd, by the size of its content alone."""
    assert documents.relative_path("arith/a/b", b"x" * documents.COMPRESS_ABOVE) == "arith/a/b.json"
    assert documents.relative_path("arith/a/b", b"x" * (documents.COMPRESS_ABOVE + 1)) == "arith/a/b.json.gz"
