"""What an option names must be there: a name or pattern that matches nothing is a mistake, told with its nearest."""

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatchcase

from subtensor_conformance.functions import all_functions
from subtensor_conformance.protocol.nearest import near
from subtensor_conformance.runner.known import KnownFailures
from subtensor_conformance.vectors import manifest
from subtensor_conformance.vectors.case import KINDS, Case, Selection
from subtensor_conformance.vectors.load import iter_cases
from subtensor_conformance.vectors.locations import published
from subtensor_spec.errors import InvalidInput

EVERYTHING = "all"


def unmatched(patterns: Iterable[str], names: Collection[str]) -> list[str]:
    """Return the patterns that match none of some names."""
    return [pattern for pattern in patterns if not any(fnmatchcase(name, pattern) for name in names)]


def _elsewhere(selection: Selection) -> str:
    return f"in tier {selection.tier} that the other options leave"


def require_matches(option: str, patterns: Iterable[str], names: Collection[str]) -> None:
    """Raise :class:`InvalidInput` for a pattern that matches none of some names."""
    for pattern in unmatched(patterns, names):
        raise InvalidInput(option, f"{pattern} matches nothing{near(pattern, names)}")


class Universe:
    """All that can be named: the published vectors, or those of the files that stand in for them."""

    def __init__(self, revision: str, loaded: Sequence[Case] | None = None) -> None:
        self.revision = revision
        self.loaded = loaded
        self._entries = [] if loaded is not None else manifest.read(published())["files"]

    def rules(self) -> set[str]:
        """Return the rules that vectors name."""
        if self.loaded is not None:
            return {rule for case in self.loaded for rule in case.rules}
        return {rule for entry in self._entries for rule in entry["rules"]}

    def functions(self) -> set[str]:
        """Return the functions and calls that vectors ask."""
        if self.loaded is not None:
            return {case.function for case in self.loaded if case.function}
        return set(all_functions()) | {case.function for case in self.cases(("op/*",)) if case.function}

    def cases(self, patterns: tuple[str, ...]) -> list[Case]:
        """Return the vectors, of whatever tier, whose ids match."""
        selection = Selection(tier="stress", ids=patterns, revision=self.revision)
        if self.loaded is not None:
            return [case for case in self.loaded if selection.takes(case)]
        return list(iter_cases(selection))

    def near_id(self, identifier: str) -> str:
        """Return the ids most like one that is not there: of the vectors of its file, or of files."""
        files = [entry["id"] for entry in self._entries]
        home = [name for name in files if identifier.startswith(f"{name}/")]
        cases = self.loaded if self.loaded is not None else self.cases((f"{home[0]}/*",)) if home else []
        return near(identifier, {*files, *(case.id for case in cases), *(case.id.rpartition("/")[0] for case in cases)})

    def require_selected(self, selection: Selection, selected: Sequence[Case]) -> None:
        """Raise for a kind, rule, id or line of a list that takes nothing, and say whether it is there at all."""
        for kind in selection.kinds:
            if not any(case.kind == kind for case in selected):
                raise InvalidInput("--kind", f"{kind} has no vector {_elsewhere(selection)}")
        rules = {rule for case in selected for rule in case.rules}
        for pattern in unmatched(selection.rules, rules):
            require_matches("--rule", (pattern,), self.rules())
            raise InvalidInput("--rule", f"{pattern} has no vector {_elsewhere(selection)}")
        for pattern in unmatched(selection.ids, [case.id for case in selected]):
            self.require_ids("--id", (pattern,))
            raise InvalidInput("--id", f"{pattern} has no vector {_elsewhere(selection)}")
        self.require_listed("--list", selection.listed or (), selected)

    def require_ids(self, option: str, patterns: Iterable[str]) -> None:
        """Raise for a pattern of ids that no vector has."""
        for pattern in patterns:
            if not self.cases((pattern,)):
                raise InvalidInput(option, f"{pattern} matches no vector{self.near_id(pattern)}")

    def require_listed(self, option: str, listed: Iterable[str], selected: Sequence[Case]) -> None:
        """Raise for a line of a list that is neither a vector nor the beginning of some."""
        for line in sorted(set(listed).difference(_prefixes(case.id for case in selected))):
            if not self.cases((line, f"{line}/*")):
                raise InvalidInput(option, f"{line} is no vector and begins none{self.near_id(line)}")

    def require_supported(self, option: str, patterns: Iterable[str], selected: Sequence[Case]) -> None:
        """Raise for a pattern of what must be supported that is no id, rule, kind or function."""
        plain = {name for case in selected for name in (case.id, case.function, *case.rules)}
        for pattern in patterns:
            if pattern == EVERYTHING or any(fnmatchcase(name, pattern) for name in (*KINDS, *plain)):
                continue
            names = self.rules() | self.functions()
            if not any(fnmatchcase(name, pattern) for name in names) and not self.cases((pattern,)):
                hint = near(pattern, {*names, *KINDS}) or self.near_id(pattern)
                raise InvalidInput(option, f"{pattern} is no id, rule, kind or function{hint}")

    def require_known(self, option: str, known: KnownFailures, selected: Sequence[Case]) -> None:
        """Raise for a known failure that no vector has."""
        ids = [case.id for case in selected]
        patterns = [pattern for pattern, _ in known.patterns]
        self.require_ids(option, unmatched(patterns, ids))


def _prefixes(identifiers: Iterable[str]) -> set[str]:
    """Return ids and all that stands before a / in them."""
    found: set[str] = set()
    for identifier in identifiers:
        while identifier and identifier not in found:
            found.add(identifier)
            identifier = identifier.rpartition("/")[0]
    return found
