const search = document.getElementById("search");
const problems = document.getElementById("problems");
const rows = [...document.querySelectorAll("tbody tr")];

function filter() {
  const words = search.value.toLowerCase().trim();
  let chapter = null;
  for (const row of rows) {
    if (row.classList.contains("chapter")) {
      chapter = row;
      chapter.hidden = true;
      continue;
    }
    const wanted = row.dataset.rule.toLowerCase().includes(words) && (!problems.checked || "problem" in row.dataset);
    row.hidden = !wanted;
    if (wanted) chapter.hidden = false;
  }
}

search.addEventListener("input", filter);
problems.addEventListener("change", filter);
