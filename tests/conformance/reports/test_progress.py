"""Long runs show how far they are, with a terminal and without."""

import pytest

from subtensor_conformance.reports import progress


def test_a_line_now_and_then_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error has a line after each pause, and standard output nothing."""
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    with progress.progress_bar("exact", 10) as advance:
        advance([1, 2])
        advance([3])
    captured = capsys.readouterr()
    assert captured.err == "exact: 2 of 10\nexact: 3 of 10\n"
    assert captured.out == ""


def test_a_quick_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A run shorter than the pause leaves a log clean."""
    with progress.progress_bar("exact", 10) as advance:
        advance(list(range(10)))
    assert capsys.readouterr().err == ""


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal there is a bar with the count, on standard error."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress.progress_bar("exact", 10) as advance:
        advance(list(range(10)))
    captured = capsys.readouterr()
    assert "10/10" in captured.err
    assert captured.out == ""
