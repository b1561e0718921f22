// Where nodes stand: d3-force without chance, so that the same graph is always the same picture.
// A large graph is laid out a little at a time between frames: the page can be used meanwhile.
function layout(onStep) {
  const gap = large ? 14 : 26;
  const reach = (edge) => edge.source.radius + edge.target.radius + (large ? 40 : 70);
  const degree = (node) => Math.max(1, node.edges.length);
  const pull = (edge) => 1 / Math.min(degree(edge.source), degree(edge.target));
  const push = d3.forceManyBody().strength((node) => (large ? -20 : -9) * node.radius);
  const gravity = large ? 0.02 : 0.035;
  const ticks = large ? 90 : 300;
  spread(large ? 55 : 10);
  const simulation = d3
    .forceSimulation(nodes)
    .alphaDecay(1 - Math.pow(0.001, 1 / ticks))
    .force("link", d3.forceLink(edges).distance(reach).strength(pull))
    .force("charge", large ? push.theta(1.5).distanceMax(1500) : push.theta(1.1).distanceMax(2500))
    .force("x", d3.forceX(column).strength((node) => (columns.has(node) ? 0.5 : gravity)))
    .force("y", d3.forceY().strength(wide() ? 1.6 * gravity : 0.9 * gravity))
    .stop();
  const apart = d3.forceCollide((node) => node.radius + gap).iterations(large ? 1 : 2);
  if (!large) {
    simulation.force("collide", apart).tick(ticks);
    onStep(1);
    return;
  }
  let done = 0;
  const step = () => {
    if (done === ticks * 0.8) simulation.force("collide", apart); // the dearest force: only once places are found
    simulation.tick();
    done++;
    if (done % 9 === 0) onStep(done / ticks);
    if (done < ticks) setTimeout(step);
  };
  step();
}

// Before anything moves: a spiral, the most connected things in the middle and what belongs to them near by.
function spread(gap) {
  const seen = new Set();
  for (const start of [...nodes].sort((a, b) => b.edges.length - a.edges.length)) {
    const queue = [start];
    while (queue.length) {
      const node = queue.shift();
      if (seen.has(node)) continue;
      const radius = gap * Math.sqrt(0.5 + seen.size);
      const angle = seen.size * Math.PI * (3 - Math.sqrt(5));
      Object.assign(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      seen.add(node);
      queue.push(...node.edges.map((edge) => (edge.source === node ? edge.target : edge.source)));
    }
  }
}

// A trace reads from left to right: each of its meetings, with what was demanded there, has its place in time.
const columns = new Map();
for (const moment of DATA.timeline) {
  const demand = moment.pieces.length ? byKey.get(moment.key) : null;
  const given = demand && demand.edges.find((edge) => edge.type === "GIVEN_AT");
  const meeting = given ? given.target : demand;
  if (!demand) continue;
  if (!columns.has(meeting)) columns.set(meeting, new Set(columns.values()).size);
  columns.set(demand, columns.get(meeting));
}
const lastColumn = Math.max(0, ...columns.values());
function column(node) {
  return columns.has(node) ? (columns.get(node) - lastColumn / 2) * 380 : 0;
}

// Read once: a picture laid out for a wide window is wider than high.
function wide() {
  return matchMedia("(min-aspect-ratio: 1/1)").matches;
}
