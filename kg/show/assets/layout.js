// Where nodes stand: d3-force without chance, so that the same graph is always the same picture.
// A large graph is laid out a little at a time between frames: the page can be used meanwhile.
const LARGE = 600;

function layout(onStep) {
  const large = nodes.length > LARGE;
  const gap = large ? 14 : 26;
  const reach = (edge) => edge.source.radius + edge.target.radius + (large ? 30 : 70);
  const degree = (node) => Math.max(1, node.edges.length);
  const pull = (edge) => 1 / Math.min(degree(edge.source), degree(edge.target));
  const simulation = d3
    .forceSimulation(nodes)
    .force("link", d3.forceLink(edges).distance(reach).strength(pull))
    .force("charge", d3.forceManyBody().strength((node) => -9 * node.radius).theta(1.1).distanceMax(2500))
    .force("x", d3.forceX(column).strength((node) => (columns.has(node) ? 0.5 : 0.035)))
    .force("y", d3.forceY().strength(wide() ? 0.055 : 0.03))
    .force("collide", d3.forceCollide((node) => node.radius + gap).iterations(large ? 1 : 2))
    .stop();
  const ticks = large ? 160 : 300;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / ticks));
  if (!large) {
    simulation.tick(ticks);
    onStep(1);
    return;
  }
  let done = 0;
  const step = () => {
    const end = performance.now() + 120;
    do simulation.tick();
    while (++done < ticks && performance.now() < end);
    onStep(done / ticks);
    if (done < ticks) setTimeout(step);
  };
  step();
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
