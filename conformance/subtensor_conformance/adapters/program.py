"""An adapter that is a program: a child process, spoken to over its standard input and output."""

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any

from subtensor_conformance.adapters.session import CRASH, PROTOCOL, TIMEOUT, AdapterFault
from subtensor_conformance.protocol.lines import Malformed, decode_line, encode_line

LONGEST_LINE = 256 * 1024 * 1024
"""Bytes of one response; more is taken for a program that has run away."""

LOG_KEPT = 64 * 1024
"""Bytes of standard error that are kept, from the end."""

GRACE = 2.0
"""Seconds that a program has to end by itself once its input is closed."""

AFTERMATH = 0.5
"""Seconds that a program which has closed its output has to end, so that its status can be told."""

UNFLUSHED = " (if it has written one: standard output must be flushed after every line)"
"""What is most often wrong with a program that seems not to answer."""

_END = b""


class Program:
    """A running adapter. Nothing is read or written in the caller's thread, so no deadline can be missed."""

    def __init__(self, command: Sequence[str], longest_line: int = LONGEST_LINE) -> None:
        self.longest_line = longest_line
        pipe = subprocess.PIPE
        try:
            self.process = subprocess.Popen(list(command), stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True)
        except (OSError, ValueError) as error:
            raise AdapterFault(CRASH, f"cannot start {command[0]}: {error}") from None
        self.requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.log_bytes = bytearray()
        self.pipes: list[Any] = [self.process.stdin, self.process.stdout, self.process.stderr]
        self.threads = [
            threading.Thread(target=job, args=(pipe,), daemon=True)
            for job, pipe in zip((self._write, self._read, self._collect_log), self.pipes, strict=True)
        ]
        for thread in self.threads:
            thread.start()

    @property
    def log(self) -> str:
        """The end of what the program wrote to standard error."""
        return self.log_bytes.decode("utf-8", "replace")

    def exchange(self, request: dict[str, Any], deadline: float) -> Any:
        """Send a line and return the JSON value of the line that answers it."""
        self.requests.put(encode_line(request))
        try:
            line = self.lines.get(timeout=deadline)
        except queue.Empty:
            raise AdapterFault(TIMEOUT, f"no answer within {deadline:g} s{UNFLUSHED}") from None
        if not line.endswith(b"\n"):
            self._died(line)
        try:
            return decode_line(line)
        except Malformed as error:
            raise AdapterFault(PROTOCOL, f"{error}: {_start_of(line)}") from None

    def _died(self, line: bytes) -> None:
        if len(line) >= self.longest_line:
            raise AdapterFault(PROTOCOL, f"a line of more than {self.longest_line} bytes")
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(AFTERMATH)
        status = self.process.poll()
        how = "closed its output" if status is None else f"ended with status {status}"
        if line:
            raise AdapterFault(CRASH, f"{how} in the middle of a line: {_start_of(line)}")
        raise AdapterFault(CRASH, f"{how} without an answer")

    def close(self) -> None:
        """Close the program's input, wait a little, and end it if it is still there."""
        self.requests.put(_END)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(GRACE)
        self.kill()

    def kill(self) -> None:
        """End the program, and whatever it has started, at once."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        self.requests.put(_END)
        self._finish()

    def _finish(self) -> None:
        """Release the pipes; one that something outside the group still holds is left to its thread."""
        for thread, pipe in zip(self.threads, self.pipes, strict=True):
            thread.join(GRACE)
            if not thread.is_alive():
                with suppress(OSError, ValueError):
                    pipe.close()

    def _write(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := self.requests.get():
                pipe.write(line)
                pipe.flush()
        with suppress(OSError, ValueError):
            pipe.close()

    def _read(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := pipe.readline(self.longest_line):
                self.lines.put(line)
        self.lines.put(_END)

    def _collect_log(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while chunk := pipe.read1(LOG_KEPT):  # type: ignore[attr-defined]
                self.log_bytes += chunk
                del self.log_bytes[:-LOG_KEPT]


def _start_of(line: bytes) -> str:
    text = repr(line[:80].decode("utf-8", "replace"))
    return text if len(line) <= 80 else text + "…"
