// What the search puts first: what is called exactly as asked, then pages and sections of that title, then rules with the
// words in their ids, and only then pages on which the words merely stand.
var Scorer = {
  score: ([, title, , , score, , kind]) => {
    const asked = (new URLSearchParams(window.location.search).get("q") || "").trim().toLowerCase();
    const name = title.split(" > ").pop().replace(/^\d+ /, "").toLowerCase();
    if (name === asked) return 1000 + score;
    if (asked && name.includes(asked)) return (kind === "object" ? 300 : 500) + score;
    if (kind === "object") return 200 + score;
    return Math.min(score, 150);
  },
  objNameMatch: 100,
  objPartialMatch: 60,
  objPrio: { 0: 0, 1: 0, 2: -50 },
  objPrioDefault: 0,
  title: 100,
  partialTitle: 40,
  term: 5,
  partialTerm: 2,
};
