// The picture, drawn by force-graph on a canvas the way Neo4j Browser does: captions inside circles, words on arrows.
const stage = document.getElementById("picture");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';
const CAPTIONS_FROM = 7; // pixels that a caption's characters must have to be drawn
const ARROW = 11;
const WORD = 12; // size of the words on arrows
const SMALLEST = 3; // pixels under which a shape is not worth its drawing
let chosen = null; // a node or an edge
let fitted = true; // nobody has moved the picture yet: it keeps filling its frame

const ends = (edge) => [edge.source, edge.target];
const isNode = (thing) => thing !== null && "key" in thing;
function near(thing) {
  if (!chosen || thing === chosen) return true;
  if (isNode(chosen)) {
    return isNode(thing) ? thing.edges.some((edge) => ends(edge).includes(chosen)) : ends(thing).includes(chosen);
  }
  return isNode(thing) && ends(chosen).includes(thing);
}
let lit = () => true; // which things are not dimmed, worked out once for each choice
function light() {
  if (!chosen) {
    lit = () => true;
    return;
  }
  const close = new Set([...nodes, ...edges].filter(near));
  lit = (thing) => close.has(thing);
}

const graph = new ForceGraph(stage)
  .nodeId("key")
  .autoPauseRedraw(true)
  .warmupTicks(0)
  .cooldownTicks(0)
  .minZoom(0.01)
  .maxZoom(8)
  .nodeLabel(() => "") // their default is a name put in as markup
  .linkLabel(() => "")
  .showPointerCursor(Boolean) // over a thing, not over the paper, though a click there says something too
  .nodeRelSize(1)
  .nodeVal((node) => node.radius ** 2)
  .nodeVisibility(shown)
  .linkVisibility((edge) => ends(edge).every(shown))
  .nodeCanvasObject(drawNode)
  .nodePointerAreaPaint((node, colour, canvas) => disc(canvas, node, node.radius, colour))
  .linkCurvature("curvature")
  .linkColor((edge) => (edge === chosen ? accent() : lit(edge) ? tint(edge) : faint()))
  .linkWidth((edge) => ((edge === chosen ? 4 : 1) + DATA.types[edge.type].width * 0.8) * thinness())
  .linkHoverPrecision(6)
  .linkDirectionalArrowLength(() => (graph.zoom() * ARROW >= SMALLEST ? ARROW : 0))
  .linkDirectionalArrowRelPos(1)
  .linkCanvasObjectMode((edge) => (graph.zoom() * WORD >= CAPTIONS_FROM + 1.5 && lit(edge) ? "after" : undefined))
  .linkCanvasObject(drawWord)
  .onRenderFramePost((canvas, scale) => {
    if (chosen) nodes.filter((node) => shown(node) && lit(node)).forEach((node) => drawNode(node, canvas, scale)); // on top
    drawNames(canvas, scale);
  })
  .onNodeClick((node) => choose(node))
  .onLinkClick((edge) => choose(edge))
  .onBackgroundClick(() => choose(null))
  .onNodeDrag(() => (fitted = false));
for (const force of ["link", "charge", "center"]) graph.d3Force(force, null); // layout.js says where nodes stand

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let colours = {};
function readColours() {
  colours = { accent: css("--accent"), faint: css("--faint"), paper: css("--paper"), ink: css("--ink") };
}
const accent = () => colours.accent;
const faint = () => colours.faint;

// Mentions are many: on dark paper their pale lines would outshine the rest.
const tint = (edge) => DATA.types[edge.type].color + (edge.type === "MENTIONS" && dark.matches ? "38" : "");

// From afar, lines as wide as near by would cover everything.
const thinness = () => Math.min(1, Math.max(0.2, graph.zoom() * 2.5));

function disc(canvas, node, radius, colour) {
  canvas.beginPath();
  canvas.arc(node.x, node.y, radius, 0, 2 * Math.PI);
  canvas.fillStyle = colour;
  canvas.fill();
}

function drawNode(node, canvas, scale) {
  const style = DATA.labels[node.label];
  canvas.globalAlpha = lit(node) ? 1 : large ? 0.18 : 0.35;
  if (node === chosen) disc(canvas, node, node.radius + Math.max(6 * SHRINK, 4 / scale), accent());
  const small = node.radius * scale < SMALLEST;
  if (!small) disc(canvas, node, node.radius, style.border);
  disc(canvas, node, small ? node.radius : node.radius - Math.max(2, node.radius * 0.04), style.color);
  if (node.font * scale >= CAPTIONS_FROM && (lit(node) || !large)) drawCaption(node, style, canvas);
  canvas.globalAlpha = 1;
}

function drawCaption(node, style, canvas) {
  canvas.font = `${node.font}px ${FONT}`;
  node.lines = node.lines || lines(node.caption, node.radius, node.font, canvas);
  canvas.fillStyle = style.text;
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  const height = node.font * 1.2;
  const top = node.y - ((node.lines.length - 1) * height) / 2;
  node.lines.forEach((line, at) => canvas.fillText(line, node.x, top + at * height));
}

// The caption broken into lines that fit into the circle; what has no room ends in an ellipsis.
function lines(caption, radius, font, canvas) {
  const height = font * 1.2;
  const most = Math.max(1, Math.floor((2 * radius * 0.88) / height));
  for (let count = 1; count <= most; count++) {
    const broken = breakInto(caption, count, radius, height, canvas);
    if (broken.rest === "") return broken.lines;
    if (count === most) {
      const last = broken.lines.length - 1;
      broken.lines[last] = `${[...broken.lines[last]].slice(0, -1).join("")}…`;
      return broken.lines;
    }
  }
  return [];
}

function breakInto(caption, count, radius, height, canvas) {
  const made = [];
  const words = caption.match(/[\w.:]+-?|\s+|[^]/gu) || []; // numbers and Latin words stay whole
  const width = (text) => canvas.measureText(text).width;
  for (let at = 0; at < count && words.length; at++) {
    const off = Math.abs(at - (count - 1) / 2) * height + height / 2;
    const room = 2 * Math.sqrt(Math.max(0, radius ** 2 - off ** 2)) - 8 * SHRINK;
    let line = "";
    while (words.length && width(line + words[0]) <= room) line += words.shift();
    if (!line && at >= (count - 1) / 2) line = halfOf(words, room, width);
    made.push(line.trim());
    while (words.length && !words[0].trim()) words.shift();
  }
  return { lines: made, rest: words.join("") };
}

// What fits of a word that is too long for the widest line.
function halfOf(words, room, width) {
  const letters = [...words[0]];
  let taken = 1;
  while (taken < letters.length && width(letters.slice(0, taken + 1).join("")) <= room) taken++;
  words[0] = letters.slice(taken).join("");
  return letters.slice(0, taken).join("");
}

// Where circles are too small for captions, the names of the most connected things stand below them, as many as fit.
const NAMED = new Set(["Person", "Body", "Meeting", "Measure", "Document"]);
const prominent = nodes.filter((node) => NAMED.has(node.label)).sort((a, b) => b.edges.length - a.edges.length).slice(0, 80);
function drawNames(canvas, scale) {
  const size = 12 / scale;
  canvas.font = `600 ${size}px ${FONT}`;
  canvas.textAlign = "center";
  canvas.textBaseline = "top";
  canvas.lineJoin = "round";
  canvas.lineWidth = 3 / scale;
  canvas.strokeStyle = colours.paper;
  canvas.fillStyle = colours.ink;
  const taken = [];
  const candidates = chosen && isNode(chosen) ? [chosen, ...prominent] : prominent;
  for (const node of candidates) {
    if (!shown(node) || !lit(node) || node.font * scale >= CAPTIONS_FROM) continue;
    const name = shortened(node.name);
    const half = canvas.measureText(name).width / 2;
    const top = node.y + node.radius + 2 / scale;
    const box = [node.x - half - size, top - size / 2, node.x + half + size, top + size * 1.7];
    if (taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1])) continue;
    taken.push(box);
    canvas.strokeText(name, node.x, top);
    canvas.fillText(name, node.x, top);
  }
}
const shortened = (name) => ([...name].length > 14 ? `${[...name].slice(0, 13).join("")}…` : name);

// The type's word along its arrow, where the picture is large enough to read it.
function drawWord(edge, canvas) {
  if (edge.type === "MENTIONS") return;
  const [from, to] = ends(edge);
  const length = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
  const word = typeName(edge.type);
  canvas.font = `${WORD}px ${FONT}`;
  if (canvas.measureText(word).width + 16 > length) return;
  const [x, y] = middle(edge);
  let angle = Math.atan2(to.y - from.y, to.x - from.x);
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
  canvas.save();
  canvas.translate(x, y);
  canvas.rotate(angle);
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  canvas.lineWidth = 4;
  canvas.lineJoin = "round";
  canvas.strokeStyle = colours.paper;
  canvas.strokeText(word, 0, 0);
  canvas.fillStyle = colours.ink;
  canvas.fillText(word, 0, 0);
  canvas.restore();
}

// Halfway between the rims of both circles, on the bend.
function middle(edge) {
  const [from, to] = ends(edge);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const t = 0.5 + (from.radius - to.radius) / (2 * length);
  const bend = edge.__controlPoints;
  if (!bend) return [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t];
  const mix = (a, b, c) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c;
  return [mix(from.x, bend[0], to.x), mix(from.y, bend[1], to.y)];
}

function redraw() {
  graph.nodeCanvasObject(drawNode);
}

function fit(milliseconds = 0) {
  fitted = true;
  graph.zoomToFit(still.matches ? 0 : milliseconds, Math.min(40, stage.clientWidth / 20), shown);
}

// Show the thing where it can be read; a picture that shows it already is not moved.
function bring(thing) {
  const [x, y] = isNode(thing) ? [thing.x, thing.y] : middle(thing);
  const at = graph.graph2ScreenCoords(x, y);
  const inside = at.x > 40 && at.y > 40 && at.x < stage.clientWidth - 40 && at.y < stage.clientHeight - 40;
  const readable = graph.zoom() * WORD * SHRINK >= CAPTIONS_FROM;
  if (inside && readable) return;
  fitted = false;
  const time = still.matches ? 0 : 400;
  graph.centerAt(x, y, time);
  if (!readable) graph.zoom(0.9 / SHRINK, time);
}
