"""The loop of the built-in adapters: lines in, lines out.

A client that pipes many small ``raw`` requests without waiting has them answered together, since the numpy path is fast
on many rows and slow on one. Responses are those of one request at a time, in order; a client that waits for each
answer never notices.
"""

from collections.abc import Iterator
from io import BytesIO, RawIOBase
from itertools import groupby
from typing import Any, BinaryIO

from subtensor_conformance.adapters.server import Message, Server
from subtensor_conformance.protocol.lines import Malformed, decode_line, encode_line

READ_AHEAD = 1 << 20
"""Bytes of waiting requests that are read at once."""


def serve(server: Server, requests: RawIOBase | BytesIO, responses: BinaryIO) -> None:
    """Answer lines until ``bye`` or the end of input; an empty line is not a request.

    ``requests`` is read without a buffer, so that a read returns what has arrived and waits only if that is nothing.
    """
    for lines in arriving_lines(requests):
        for response in answers(server, [line for line in lines if line.strip()]):
            responses.write(encode_line(response))
        responses.flush()
        if server.finished:
            return


def arriving_lines(requests: RawIOBase | BytesIO) -> Iterator[list[bytes]]:
    """Yield the lines that have arrived, as soon as there is one; at the end of input what is left is a line too."""
    chunks: list[bytes] = []
    while chunk := requests.read(READ_AHEAD):
        head, line_feed, tail = chunk.rpartition(b"\n")
        if line_feed:
            yield b"".join([*chunks, head]).split(b"\n")
            chunks = [tail]
        else:
            chunks.append(chunk)
    yield [b"".join(chunks)]


def answers(server: Server, lines: list[bytes]) -> list[Message]:
    """Return the responses to some lines, up to and with that to ``bye``."""
    responses: list[Message] = []
    for together, group in groupby(map(_read, lines), key=_is_plain_raw):
        requests = list(group)
        if together and len(requests) > 1:
            responses += _answer_together(server, requests)
            continue
        for request in requests:
            if server.finished:
                return responses
            responses.append(_malformed(request) if isinstance(request, Malformed) else server.answer(request))
    return responses


def _read(line: bytes) -> Any:
    try:
        return decode_line(line)
    except Malformed as error:
        return error


def _malformed(error: Malformed) -> Message:
    return {"seq": None, "error": {"where": "", "what": str(error)}}


def _is_plain_raw(request: Any) -> bool:
    """Return whether a request can be answered together with others of its sort."""
    return (
        isinstance(request, dict)
        and request.get("method") == "raw"
        and type(request.get("seq")) is int
        and "revision" not in request
        and isinstance(request.get("cases"), list)
    )


def _answer_together(server: Server, requests: list[Message]) -> list[Message]:
    """Return the responses to several ``raw`` requests, asked as one."""
    joined = server.answer({"seq": 0, "method": "raw", "cases": [case for each in requests for case in each["cases"]]})
    if "results" not in joined:
        return [server.answer(request) for request in requests]
    results = iter(joined["results"])
    return [{"seq": each["seq"], "results": [next(results) for _ in each["cases"]]} for each in requests]
