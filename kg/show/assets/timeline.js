// Meetings and articles in time, or the demands of a trace with what changed in their wording.
const times = document.getElementById("times");
const moments = document.getElementById("moments");

const mixed = new Set(DATA.timeline.map((moment) => byKey.get(moment.key)?.label)).size > 1; // else a label tells nothing

function showTimeline() {
  times.hidden = !DATA.timeline.length;
  document.getElementById("times-title").textContent = say("timeline");
  moments.replaceChildren(...DATA.timeline.map((moment) => element("li", {}, momentButton(moment))));
  markMoment();
}

function momentButton(moment) {
  const node = byKey.get(moment.key);
  const head = [
    element("time", {}, moment.date || say("undated")),
    node && mixed ? chip(node.label) : null,
    moment.note ? element("span", { class: "quiet" }, moment.note) : null,
  ];
  const words = [
    element("span", { class: "when" }, ...head.filter(Boolean)),
    element("span", { class: "what" }, moment.title),
    moment.pieces.length ? element("span", { class: "pieces", lang: "zh-CN" }, ...moment.pieces.map(piece)) : null,
  ];
  const button = element("button", { type: "button", disabled: !node, onclick: () => node && choose(node, true) }, ...words);
  button.key = moment.key;
  return button;
}

function piece({ kind, text }) {
  if (kind === "same") return text;
  return element(kind === "gone" ? "del" : "ins", { title: say(kind) }, text);
}

function markMoment() {
  for (const button of moments.querySelectorAll("button")) {
    const is = chosen !== null && button.key === chosen.key;
    button.setAttribute("aria-pressed", String(is));
    if (is) moments.scrollLeft = button.offsetLeft - moments.clientWidth / 2 + button.clientWidth / 2;
  }
}

moments.addEventListener("keydown", (event) => {
  const buttons = [...moments.querySelectorAll("button:enabled")];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = step && buttons[buttons.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
