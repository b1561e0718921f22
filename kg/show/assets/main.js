// Putting it together: choosing a thing, the legend, the tools, the keys, the language.
const legend = document.getElementById("legend");
const tools = document.getElementById("tools");
const state = document.getElementById("state");

function choose(thing, move = false) {
  chosen = thing;
  light();
  showDetails();
  markMoment();
  if (thing && move) bring(thing);
  redraw();
}

function showLegend() {
  const buttons = LABELS.map((label) => {
    const count = nodes.filter((node) => node.label === label).length;
    const button = element("button", { type: "button", "aria-pressed": String(!hidden.has(label)), title: say("legend_hint") });
    button.append(chip(label), ` ${count}`);
    button.addEventListener("click", () => {
      if (!hidden.delete(label)) hidden.add(label);
      button.setAttribute("aria-pressed", String(!hidden.has(label)));
      graph.nodeVisibility(shown).linkVisibility((edge) => ends(edge).every(shown));
    });
    return button;
  });
  legend.setAttribute("aria-label", say("legend"));
  legend.replaceChildren(...buttons);
}

function showTools() {
  const zoomBy = (factor) => () => {
    fitted = false;
    graph.zoom(graph.zoom() * factor, still.matches ? 0 : 200);
  };
  const tool = (sign, word, act) => element("button", { type: "button", title: say(word), "aria-label": say(word), onclick: act }, sign);
  tools.replaceChildren(tool("+", "zoom_in", zoomBy(1.4)), tool("−", "zoom_out", zoomBy(1 / 1.4)), tool("⤢", "fit", () => fit(400)));
}

function showWords() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  search.placeholder = say("search_hint");
  search.setAttribute("aria-label", say("search"));
  results.setAttribute("aria-label", say("results"));
  stage.setAttribute("aria-label", say("picture"));
  panel.setAttribute("aria-label", say("details"));
  document.getElementById("language").textContent = say("language");
  document.getElementById("counts").textContent = `${nodes.length} ${say("nodes")} · ${edges.length} ${say("edges")}`;
  showLegend();
  showTools();
  showTimeline();
}

document.getElementById("language").addEventListener("click", () => {
  lang = lang === "zh" ? "en" : "zh";
  const open = reading;
  showWords();
  showDetails();
  if (open) readSource(open);
  redraw();
});

stage.addEventListener("keydown", (event) => {
  const { x, y } = graph.centerAt();
  const step = 80 / graph.zoom();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  const zooms = { "+": 1.25, "=": 1.25, "-": 0.8 };
  if (moves[event.key]) graph.centerAt(x + moves[event.key][0], y + moves[event.key][1]);
  else if (zooms[event.key]) graph.zoom(graph.zoom() * zooms[event.key]);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
  if (event.key !== "0") fitted = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "Escape") {
    if (chosen) choose(null);
    stage.focus({ preventScroll: true });
  }
});

stage.addEventListener("wheel", () => (fitted = false), { passive: true });
stage.addEventListener("pointerdown", () => (fitted = false));
dark.addEventListener("change", () => {
  readColours();
  redraw();
});
new ResizeObserver(() => {
  graph.width(stage.clientWidth).height(stage.clientHeight);
  if (fitted) fit();
}).observe(stage);

readColours();
showWords();
showDetails();
graph.width(stage.clientWidth).height(stage.clientHeight);
layout((done) => {
  if (!graph.graphData().nodes.length) graph.graphData({ nodes, links: edges });
  if (fitted) fit();
  redraw();
  state.textContent = done < 1 ? `${say("laying_out")} ${Math.round(done * 100)} %` : "";
  document.documentElement.dataset.laidOut = String(done === 1);
});

// For whoever drives the page from outside: where a node (by its key) or an edge (by its ends' keys and its type) is.
stage.placeOf = (key, type, end) => {
  const wanted = type && edges.find((edge) => edge.source.key === key && edge.type === type && edge.target.key === end);
  const [x, y] = wanted ? middle(wanted) : [byKey.get(key).x, byKey.get(key).y];
  const frame = stage.getBoundingClientRect();
  const at = graph.graph2ScreenCoords(x, y);
  return [frame.left + at.x, frame.top + at.y];
};
