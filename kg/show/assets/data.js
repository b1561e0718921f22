// The page's data as it is used: nodes and edges that know each other, words in the chosen language.
const DATA = JSON.parse(document.getElementById("data").textContent);
const nodes = DATA.nodes;
const edges = DATA.edges;
const byKey = new Map(nodes.map((node) => [node.key, node]));
const LABELS = Object.keys(DATA.labels).filter((label) => nodes.some((node) => node.label === label));
const hidden = new Set(); // labels that the legend switched off

const LARGE = 600; // nodes from which a picture is drawn smaller and laid out a little at a time
const large = nodes.length > LARGE;
const SHRINK = large ? 0.6 : 1;

for (const node of nodes) {
  node.edges = [];
  node.radius = (DATA.labels[node.label].diameter / 2) * SHRINK;
  node.font = DATA.labels[node.label].font * SHRINK;
}
const pairs = new Map();
for (const edge of edges) {
  edge.source = nodes[edge.start];
  edge.target = nodes[edge.end];
  edge.source.edges.push(edge);
  edge.target.edges.push(edge);
  const pair = [edge.start, edge.end].sort((a, b) => a - b).join();
  if (!pairs.has(pair)) pairs.set(pair, []);
  pairs.get(pair).push(edge);
}
for (const pair of pairs.values()) {
  // several relationships between two nodes: bent apart
  pair.forEach((edge, at) => {
    const bend = pair.length === 1 ? 0 : (at - (pair.length - 1) / 2) * (pair.length > 3 ? 0.12 : 0.2);
    edge.curvature = edge.start < edge.end ? bend : -bend;
  });
}

let lang = DATA.lang;
const say = (word, n) => DATA.words[lang][word].replace("{n}", n);
const labelName = (label) => DATA.words[lang].labels[label];
const propertyName = (name) => DATA.words[lang].properties[name] || name;
const typeName = (type) => (lang === "zh" ? DATA.types[type].caption : type);
const shown = (node) => !hidden.has(node.label);

// An element with attributes, handlers and children; text is always put in as text, never as markup.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function chip(label) {
  const style = DATA.labels[label];
  const made = element("span", { class: "chip" }, labelName(label));
  made.style.background = style.color;
  made.style.borderColor = style.border;
  made.style.color = style.text;
  return made;
}
