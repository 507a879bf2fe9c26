// What the search puts first: a rule whose id is asked for, then a page or a section of that title, then rules whose id
// or page has the words, and only then pages on which the words merely stand.
var Scorer = {
  objNameMatch: 200,
  objPartialMatch: 60,
  objPrio: { 0: 0, 1: 0, 2: -50 },
  objPrioDefault: 0,
  title: 150,
  partialTitle: 40,
  term: 5,
  partialTerm: 2,
};
