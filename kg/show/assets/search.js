// Finding a node by what it is called: a combobox as the ARIA practices describe it.
const search = document.getElementById("search");
const results = document.getElementById("results");
const RESULTS = 40;
let current = -1;

const folded = (text) => text.normalize("NFKC").toLowerCase();
for (const node of nodes) {
  node.words = folded([node.name, ...(node.properties.aliases || []), node.caption].join("\n"));
}

function find(text) {
  const wanted = folded(text.trim());
  const found = nodes.filter((node) => shown(node) && node.words.includes(wanted));
  const rank = (node) => (node.words.startsWith(wanted) ? 0 : 1);
  const order = Object.keys(DATA.labels);
  return found.sort((a, b) => rank(a) - rank(b) || order.indexOf(a.label) - order.indexOf(b.label));
}

function showResults() {
  const found = find(search.value);
  const items = found.slice(0, RESULTS).map((node, at) => {
    const item = element("li", { role: "option", id: `result-${at}`, "aria-selected": "false" }, chip(node.label), ` ${node.name}`);
    item.node = node;
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // the search box keeps the focus
    item.addEventListener("click", () => take(node));
    return item;
  });
  const more = found.length > RESULTS ? say("more_results", found.length - RESULTS) : found.length ? "" : say("no_results");
  results.replaceChildren(...items, ...(more ? [element("li", { role: "presentation", class: "quiet" }, more)] : []));
  results.hidden = false;
  search.setAttribute("aria-expanded", "true");
  mark(-1);
}

function mark(at) {
  const items = results.querySelectorAll('[role="option"]');
  current = items.length ? (at + items.length) % items.length : -1;
  if (at < 0) current = -1;
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
  if (current >= 0) items[current].scrollIntoView({ block: "nearest" });
  search.setAttribute("aria-activedescendant", current >= 0 ? `result-${current}` : "");
}

function hideResults() {
  results.hidden = true;
  search.setAttribute("aria-expanded", "false");
  search.setAttribute("aria-activedescendant", "");
}

function take(node) {
  hideResults();
  choose(node, true);
}

search.addEventListener("input", showResults);
search.addEventListener("focus", showResults);
search.addEventListener("blur", hideResults);
search.addEventListener("keydown", (event) => {
  const items = results.querySelectorAll('[role="option"]');
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (results.hidden) showResults();
    mark(event.key === "ArrowDown" ? current + 1 : current <= 0 ? items.length - 1 : current - 1);
  } else if (event.key === "Enter") {
    const item = items[Math.max(0, current)];
    if (item && !results.hidden) take(item.node);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (results.hidden || !search.value) search.blur();
    search.value = "";
    hideResults();
  }
});
