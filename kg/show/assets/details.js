// What is known of the chosen node or edge, and the words that prove it in the text of their source.
const panel = document.getElementById("panel");
const details = document.getElementById("details");
const sourcePane = document.getElementById("source");
const MANY = 12; // facts of a type shown at once
const PLACE = /^([^]*)#char=(\d+),(\d+)$/;
let reading = null; // the proof whose source is open

function proofsOf(edge) {
  return edge.quotes.map((quote, at) => ({ entry: edge.evidence[at] || "", quote, edge }));
}

function showDetails() {
  details.replaceChildren(...(chosen === null ? overview() : isNode(chosen) ? aboutNode(chosen) : aboutEdge(chosen)));
  details.scrollTop = 0;
  const first = chosen && (isNode(chosen) ? firstProof(chosen) : proofsOf(chosen)[0]);
  if (first) readSource(first);
  else closeSource();
}

// A node is proved by what it takes part in, rather than by being mentioned.
function firstProof(node) {
  const groups = factsOf(node);
  return [...groups.filter((facts) => facts[0].type !== "MENTIONS"), ...groups].flat().flatMap(proofsOf)[0];
}

function overview() {
  return [
    element("h2", {}, DATA.title),
    element("p", {}, `${nodes.length} ${say("nodes")} · ${edges.length} ${say("edges")}`),
    DATA.left_out ? element("p", { class: "notice" }, say("left_out", DATA.left_out)) : null,
    element("p", {}, say("choose")),
    ...wordingChanges(),
    element("p", { class: "quiet keys" }, say("keys")),
  ].filter(Boolean);
}

function wordingChanges() {
  const changed = DATA.timeline.filter((moment) => moment.pieces.some((one) => one.kind !== "same"));
  if (!changed.length) return [];
  const item = (moment) => element("li", {}, momentButton(moment));
  return [element("h3", {}, say("changes")), element("ul", { class: "changes" }, ...changed.map(item))];
}

function aboutNode(node) {
  const address = DATA.link && DATA.link.replace("{key}", encodeURIComponent(node.key));
  const article = node.label === "Article" && DATA.texts[node.properties.path];
  const whole = { entry: `${node.properties.path}#char=0,0`, quote: "", edge: null };
  return [
    element("p", {}, chip(node.label)),
    element("h2", {}, node.name),
    address ? element("p", {}, element("a", { href: address }, say("open_page"))) : null,
    article ? element("p", {}, element("button", { type: "button", onclick: () => readSource(whole, true) }, say("read_article"))) : null,
    propertyList(node.properties),
    ...factsOf(node).map((facts) => factGroup(node, facts)),
  ].filter(Boolean);
}

function aboutEdge(edge) {
  const proofs = proofsOf(edge);
  return [
    element("p", {}, typeMark(edge.type)),
    element("h2", { class: "ends" }, other(edge.source), element("span", { class: "arrow" }, "→"), other(edge.target)),
    propertyList(edge.properties),
    element("h3", {}, say("evidence")),
    proofs.length ? element("ul", { class: "proofs" }, ...proofs.map(proofItem)) : element("p", { class: "quiet" }, say("no_evidence")),
  ].filter(Boolean);
}

function propertyList(properties) {
  const rows = Object.entries(properties).filter(([, value]) => value !== "" && String(value) !== "");
  if (!rows.length) return null;
  const told = (value) => (Array.isArray(value) ? value.join("；") : String(value));
  return element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, propertyName(name)), element("dd", {}, told(value))]));
}

// The node's relationships by type and direction, in the order of the style.
function factsOf(node) {
  const groups = new Map();
  for (const edge of node.edges) {
    const group = `${edge.type}${edge.source === node ? ">" : "<"}`;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(edge);
  }
  const order = Object.keys(DATA.types);
  return [...groups.values()].sort((a, b) => order.indexOf(a[0].type) - order.indexOf(b[0].type));
}

function factGroup(node, facts) {
  const list = element("ul", { class: "facts" }, ...facts.slice(0, MANY).map((edge) => fact(node, edge)));
  if (facts.length > MANY) {
    const rest = () => list.lastChild.replaceWith(...facts.slice(MANY).map((edge) => fact(node, edge)));
    list.append(element("li", {}, element("button", { type: "button", onclick: rest }, say("show_all", facts.length))));
  }
  const arrow = facts[0].source === node ? "→" : "←";
  const open = facts[0].type !== "MENTIONS";
  return element("details", { open }, element("summary", {}, typeMark(facts[0].type), ` ${arrow} `, element("span", { class: "quiet" }, String(facts.length))), list);
}

function fact(node, edge) {
  const proof = proofsOf(edge)[0];
  return element("li", {}, other(edge.source === node ? edge.target : edge.source), proof ? proofButton(proof) : null);
}

function other(node) {
  const dot = element("span", { class: "dot" });
  dot.style.background = DATA.labels[node.label].color;
  return element("button", { type: "button", class: "node", onclick: () => choose(node, true) }, dot, node.name);
}

function typeMark(type) {
  const mark = element("span", { class: "type" }, typeName(type));
  mark.style.borderColor = DATA.types[type].color;
  return mark;
}

function proofItem(proof) {
  return element("li", {}, proofButton(proof));
}

function proofButton(proof) {
  const place = element("span", { class: "place" }, proof.entry);
  const quote = element("span", { class: "quote" }, `“${proof.quote.replace(/\s+/g, " ")}”`);
  const button = element("button", { type: "button", class: "proof", onclick: () => readSource(proof, true) }, quote, place);
  button.proof = proof;
  return button;
}

// Open the source where the proof stands, the span marked; where its text is not at hand, the quotes stand in for it.
function readSource(proof, scroll = false) {
  reading = proof;
  const [, source = proof.entry, start = 0, end = 0] = PLACE.exec(proof.entry) || [];
  const text = DATA.texts[source];
  sourcePane.replaceChildren(sourceHead(source), ...(text === undefined ? quotesOf(proof, source) : marked(text, Number(start), Number(end))));
  sourcePane.hidden = false;
  sourcePane.setAttribute("aria-label", `${say("source")} ${source}`);
  for (const button of details.querySelectorAll(".proof")) {
    button.setAttribute("aria-pressed", String(button.proof.entry === proof.entry && button.proof.edge === proof.edge));
  }
  const mark = sourcePane.querySelector("mark");
  if (mark) sourcePane.scrollTop = mark.offsetTop - sourcePane.clientHeight / 3;
  if (scroll && !sideBySide()) sourcePane.scrollIntoView({ behavior: still.matches ? "auto" : "smooth" });
}

function sourceHead(source) {
  const article = nodes.find((node) => node.label === "Article" && node.properties.path === source);
  const told = article ? [article.properties.source, article.properties.date].filter(Boolean).join(" ") : "";
  const close = element("button", { type: "button", class: "close", "aria-label": say("close"), onclick: () => closeSource(true) }, "×");
  return element("header", {}, element("h3", {}, say("source")), element("span", { class: "place" }, [told, source].filter(Boolean).join(" · ")), close);
}

// Offsets count code points, as Python does, and not the halves of characters that JavaScript counts.
function marked(text, start, end) {
  const points = Array.from(text);
  const part = (from, to) => points.slice(from, to).join("");
  if (start === end) return [element("div", { class: "text", lang: "zh-CN" }, text)];
  return [element("div", { class: "text", lang: "zh-CN" }, part(0, start), element("mark", {}, part(start, end)), part(end))];
}

function quotesOf(proof, source) {
  const why = DATA.changed.includes(source) ? "changed_text" : "no_text";
  return [element("p", { class: "notice" }, say(why)), element("blockquote", { lang: "zh-CN" }, element("mark", {}, proof.quote))];
}

function closeSource(byHand = false) {
  const button = byHand && [...details.querySelectorAll(".proof")].find((one) => one.proof.entry === reading?.entry);
  sourcePane.hidden = true;
  sourcePane.replaceChildren();
  reading = null;
  if (button) button.focus();
}

const sideBySide = () => matchMedia("(min-width: 800px)").matches;
