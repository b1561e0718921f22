// The search box suggests names while one types: a combobox as the ARIA guide describes it. Without this the form still
// searches. Names are put on the page as text only.
"use strict";
{
  const input = document.getElementById("find");
  const form = input.form;
  const list = document.createElement("ul");
  let hits = [];
  let chosen = -1;
  let asked = 0;

  list.id = "hits";
  list.className = "hits";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list" }))
    input.setAttribute(name, value);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    chosen = (place + hits.length) % hits.length;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    input.setAttribute("aria-activedescendant", `hit-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(found) {
    hits = found;
    list.replaceChildren(
      ...found.map((hit, at) => {
        const item = element("li", "", "");
        item.id = `hit-${at}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.append(element("span", `tag ${hit.label.toLowerCase()}`, hit.kind), element("span", "name", hit.name), element("span", "date", hit.date));
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          location.assign(hit.address);
        });
        return item;
      }),
    );
    list.hidden = !found.length;
    chosen = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function suggest() {
    const text = input.value.trim();
    const number = ++asked;
    if (!text) return close();
    const answer = await fetch(`/search.json?limit=10&q=${encodeURIComponent(text)}`);
    if (number === asked && answer.ok) show((await answer.json()).hits);
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    }
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(hits[chosen].address);
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
}
