"""What the site shows of a rule, and every fault that must stop its build.

Each test builds a page with the project's own extension, in a temporary folder, for a registry of two rules.
"""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("sphinx", reason="the site's own packages are not installed: pip install '.[docs]'")
pytest.importorskip("myst_parser", reason="the site's own packages are not installed: pip install '.[docs]'")

from sphinx.cmd.build import main

from subtensor_conformance.vectors import Case
from subtensor_conformance.vectors.case import Signature
from subtensor_spec.rules import SUBTENSOR, Rule

EXTENSION = Path(__file__).resolve().parents[2] / "docs" / "extension"
PARTS = ("domain", "rules", "index_of_rules", "traceability", "faults", "proofs", "vectors", "computed", "scope",
         "sessions")
EXTENSIONS = ["myst_parser", "sphinx.ext.doctest", *(f"subtensor_site.{part}" for part in (*PARTS, "checks"))]

Build = Callable[..., tuple[int, str]]

FIRST, SECOND = "ZZ-thing/first", "ZZ-thing/second"

SOUND = f"""# Page

:::{{rule}} {FIRST}
Says something.
:::

:::{{rule}} {SECOND}
Follows from {{rule}}`{FIRST}`.
:::
"""
"""A page that shows both rules once."""


def first() -> int:
    """The first rule says ``one`` thing.

    More.
    """
    return 1


def second() -> int:
    """The second rule."""
    return 2


def case(identifier: str) -> Case | None:
    """Return the only vector that there is."""
    if identifier != "arith/i32f32/mul/group/row":
        return None
    return Case(
        kind="arith", id=identifier, tier="smoke", rules=(FIRST,), why="", catches="", evidence="two-paths",
        revisions=("r425",), input=["2147483648", "-1"], expected={"ok": "-1"}, function="i32f32.mul",
        signature=Signature((("a", "I32F32"), ("b", "I32F32")), "I32F32"),
    )


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the site reads: two rules, each with vectors; a test may change it."""
    monkeypatch.syspath_prepend(str(EXTENSION))
    from subtensor_site import registry as real

    source = SUBTENSOR("pallets/some.rs", "some_function")
    data = SimpleNamespace(
        rules={FIRST: Rule(FIRST, first, (source,), ("r425",)), SECOND: Rule(SECOND, second, (source,), ("r425",))},
        vectors={FIRST: {"two-paths": 3}, SECOND: {"observed-native": 12_345}},
        proofs=[{"id": "part/one", "claim": "It holds.", "scope": "a <= 2**63", "method": "by hand", "rules": [FIRST],
                 "verdict": "proven", "note": ""}],
        mutants=[{"name": "first-reversed", "rule": FIRST, "description": "Reversed.", "killed_by": ["a/b/c"]}],
    )
    monkeypatch.setattr(real, "rules", lambda: data.rules)
    monkeypatch.setattr(real, "vectors_by_evidence", lambda identifier: data.vectors.get(identifier, {}))
    monkeypatch.setattr(real, "rules_of_vectors", lambda: set(data.vectors))
    monkeypatch.setattr(real, "mutants", lambda: data.mutants)
    monkeypatch.setattr(real, "proofs", lambda: data.proofs)
    monkeypatch.setattr(real, "seconds_of_proof", lambda _identifier: 1.25)
    monkeypatch.setattr(real, "case", case)
    monkeypatch.setattr(real, "tests_of", lambda _rule: ["thing/test_thing.py", "7 others"])
    return data


@pytest.fixture
def build(registry: SimpleNamespace, tmp_path: Path) -> Build:
    """Return a function that builds a page with warnings as errors and returns the status and the HTML."""

    def run(page: str, builder: str = "html") -> tuple[int, str]:
        source, output = tmp_path / "source", tmp_path / "output"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text(f"extensions = {EXTENSIONS}\nmyst_enable_extensions = ['colon_fence']\n")
        (source / "index.md").write_text(page)
        status = main(["-E", "-q", "-W", "--keep-going", "-b", builder, str(source), str(output)])
        built = output / "index.html"
        return status, built.read_text() if built.exists() else ""

    return run


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_rule_is_shown_with_its_id_code_source_and_vectors(build: Build) -> None:
    status, html = build(SOUND)
    assert status == 0
    assert 'id="rule-zz-thing-first"' in html
    assert 'href="#rule-zz-thing-first"' in html
    assert f'href="https://github.com/opentensor/subtensor/blob/{SUBTENSOR.commit}/pallets/some.rs"' in html
    shown = text(html)
    assert "def first () -> int :" in re.sub(r"\s+", " ", unescape(shown))
    assert "some_function in pallets/some.rs" in shown
    assert "3 two-paths" in shown
    assert "12 345 observed-native" in shown
    assert "subtensor-spec conform --rule ZZ-thing/second" in shown
    assert re.search("Faults caught :? ?first-reversed", shown)
    assert re.search("Formal results :? ?1 proven", shown)


def test_a_link_to_a_rule_says_what_the_rule_says(build: Build) -> None:
    _, html = build(SOUND)
    assert re.search(r'href="#rule-zz-thing-first" title="The first rule says ``one`` thing\."', html)


def test_the_index_and_the_traceability_table_lead_to_the_rule(build: Build) -> None:
    tables = [f"\n:::{{{name}\n:::\n" for name in ("rules} ZZ", "traceability} ZZ", "faults} ZZ", "proofs} part")]
    status, html = build(SOUND + "".join(tables))
    assert status == 0
    assert html.count('href="#rule-zz-thing-first"') == 6
    assert "The first rule says one thing." in text(html)
    assert "some.rs some_function" in text(html)
    assert "thing/test_thing.py" in html
    assert "Reversed." in html
    assert "It holds. part/one a ≤ 2 63 by hand ZZ-thing/first proven 1.2" in text(html)


def test_a_vector_is_shown_in_decimals_and_bits(build: Build) -> None:
    status, html = build(SOUND + "\n:::{vector} arith/i32f32/mul/group/row\n:::\n")
    assert status == 0
    assert "i32f32.mul value bits a 0.5 2147483648 b -0.0000000002 -1 answer -0.0000000002 -1" in text(html)


def test_a_session_shows_what_a_command_prints(build: Build) -> None:
    status, html = build(SOUND + "\n:::{session}\n:lines: 2\n$ subtensor-spec epoch --example\n:::\n")
    assert status == 0
    assert "$ subtensor-spec epoch --example {" in text(html)
    assert "…" in html


def test_a_computed_value_is_computed(build: Build) -> None:
    status, html = build(SOUND + "\nOf one bit: {computed}`decimal I32F32:1`, {computed}`exp I32F32:4294967296`.\n")
    assert status == 0
    assert "Of one bit: 0.0000000002 , 11674931200 ." in text(html)


def test_a_figure_of_the_competition_is_computed(build: Build) -> None:
    asked = ("blocks", "holder 9", "price 1", "paid 9 Eli", "average before winner alpha", "account Ada won")
    status, html = build(SOUND + "\n" + "; ".join(f"{{computed}}`competition {words}`" for words in asked) + ".\n")
    assert status == 0
    blocks, holder, price, of_eli, average, won = text(html).split("Follows from")[1].split(" ; ")
    assert blocks.endswith(" 7200")
    assert holder == "Ada"
    assert of_eli == "0.0"
    assert 1 < float(price) < 3 < float(average) < 180
    assert won.startswith("6 ")


def test_what_is_left_out_or_never_comes_is_listed_by_reason(build: Build) -> None:
    lists = ":::{out-of-scope} errors\n:::\n\n:::{unreachable} errors\n:::\n\n:::{specified-pallets}\n:::\n"
    status, html = build(f"{SOUND}\n{lists}")
    assert status == 0
    shown = text(html)
    assert "Drand.* a pulse is an input" in shown
    assert "SubtensorModule.FaucetDisabled only the faucet produces it" in shown
    assert "System , Balances , SubtensorModule" in shown


FAULTS = {
    "a list of no kind": (SOUND + "\n:::{unreachable} storage\n:::\n", "there is no kind storage"),
    "a rule on no page": (SOUND.split(f":::{{rule}} {SECOND}")[0], f"rule {SECOND} is shown on no page"),
    "a rule shown twice": (SOUND + f"\n:::{{rule}} {FIRST}\nAgain.\n:::\n", f"rule {FIRST} is shown 2 times"),
    "an unknown rule": (SOUND + "\n:::{rule} ZZ-thing/third\nNew.\n:::\n", "unknown rule ZZ-thing/third"),
    "a link to an unknown rule": (SOUND + "\nSee {rule}`ZZ-thing/third`.\n", "ZZ-thing/third"),
    "a link to no page": (SOUND + "\nSee [there](there.md).\n", "there.md"),
    "an unknown vector": (SOUND + "\n:::{vector} arith/none\n:::\n", "there is no vector arith/none"),
    "a value that nothing computes": (SOUND + "\n{computed}`cosh I32F32:1`\n", "cannot compute"),
    "a figure that the competition does not have": (SOUND + "\n{computed}`competition 9`\n", "cannot compute"),
    "a value of no number": (SOUND + "\n{computed}`exp I32F32:one`\n", "cannot compute"),
    "a chapter without rules": (SOUND + "\n:::{rules} XX\n:::\n", "no rule belongs to chapter XX"),
    "a command that fails": (SOUND + "\n:::{session}\n$ subtensor-spec epoch none.json\n:::\n", "ended with status 2"),
}


@pytest.mark.parametrize(("page", "complaint"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_page_stops_the_build(
    build: Build, page: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _ = build(page)
    assert status == 1
    assert complaint in capsys.readouterr().err


def test_a_rule_without_a_vector_stops_the_build(
    build: Build, registry: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    del registry.vectors[SECOND]
    status, _ = build(SOUND)
    assert status == 1
    assert f"rule {SECOND} has no vector" in capsys.readouterr().err


def test_a_vector_of_an_unknown_rule_stops_the_build(
    build: Build, registry: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.vectors["ZZ-thing/third"] = {"two-paths": 1}
    status, _ = build(SOUND)
    assert status == 1
    assert "a vector names the unknown rule ZZ-thing/third" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "status"), [("4", 0), ("5", 1)])
def test_a_doctest_that_fails_stops_the_build(build: Build, answer: str, status: int) -> None:
    page = SOUND + f"\n```{{doctest}}\n>>> 2 + 2\n{answer}\n```\n"
    assert build(page, "doctest")[0] == status


def test_the_index_of_rules_lists_every_chapter_that_has_any() -> None:
    from subtensor_spec.catalogue import complete_registry

    page = (EXTENSION.parents[1] / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    listed = set(re.findall(r":::\{rules\} (\S+)", page))
    assert listed == {identifier.split("-")[0] for identifier in complete_registry()}
