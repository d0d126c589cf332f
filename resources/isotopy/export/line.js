// Maps of the line: the graph of φₜ, deforming from the diagonal, and the paths of the particles over t.

// Where the two pictures lie: beside each other, or one below the other on a page that is higher than wide. Behind t = T
// is a strip for the read-out, where there is one.
function layout() {
  const axis = 3.8 * text;
  const end = page.width - 1.6 * text;
  const top = 2.2 * text;
  const bottom = page.height - 2.1 * text;
  const reads = said !== null;
  const strip = width => (reads ? Math.min(7.5 * text, 0.32 * width) : 0);
  if (page.height > 1.15 * page.width) {
    const middle = (top + bottom) / 2;
    return {
      graph: { left: axis, right: end, top, bottom: middle - 2 * text },
      flow: { left: axis, right: end - strip(end - axis), top: middle + 2 * text, bottom }, end };
  }
  const middle = (axis + end) / 2;
  const left = middle + axis - 0.6 * text;
  return {
    graph: { left: axis, right: middle - 0.6 * text, top, bottom },
    flow: { left, right: end - strip(end - left), top, bottom }, end };
}

const along = (plot, share) => plot.left + share * (plot.right - plot.left);
const start = (plot, x) => along(plot, (x - data.domain[0]) / (data.domain[1] - data.domain[0]));
const height = (plot, y) =>
  plot.bottom - (y - data.heights[0]) / (data.heights[1] - data.heights[0]) * (plot.bottom - plot.top);

// The heights of the particles: their states and, at t = T, what is read off them.
function heights(s, shown) {
  return s >= 1 && said ? said : particles.at(s, shown);
}

// Where the particles are on the page: in the graph, and over t.
function linePlaces(s, shown) {
  const at = layout();
  const y = heights(s, shown);
  const now = s >= 1 && said ? at.end : along(at.flow, s);
  return Array.from({ length: shown }, (_, j) =>
    [start(at.graph, particles.one(0, 0, j)), height(at.graph, y[j]), now, height(at.flow, y[j])]);
}

function lines(s, shown, shows) {
  const at = layout();
  ruled(at.graph, shows, data.goalUnits[0]);
  across(at.graph, shows);
  ruled(at.flow, shows, data.startUnits[0]);
  layers(at, s, shows);
  graph(at.graph, s, shown, shows);
  flow(at, s, shown, shows);
  const radius = Math.min(Math.max(160 / shown, 1.3 * palette.dot), 3 * Math.sqrt(text / 12));
  const places = linePlaces(s, shown);
  for (const { colour, members } of groups) {
    pen.beginPath();
    for (const j of members) {
      if (j >= shown) break;
      const [x, y, time, state] = places[j];
      if (y < at.graph.top || y > at.graph.bottom) continue;
      sign("disc", x, y, radius);
      sign("disc", time, state, radius);
    }
    pen.fillStyle = colour;
    pen.fill();
  }
}

function inside(plot, right, draw) {
  pen.save();
  pen.beginPath();
  pen.rect(plot.left, plot.top, right - plot.left, plot.bottom - plot.top);
  pen.clip();
  draw();
  pen.restore();
}

function edge(plot) {
  pen.beginPath();
  pen.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
  stroke(palette.grid, line);
}

// The numbers of the heights, in the user's units.
function ruled(plot, shows, [centre, reach]) {
  const [low, high] = data.heights;
  const by = step(2.5 * text / (plot.bottom - plot.top) * (high - low) * reach);
  for (const y of ticks(centre + reach * low, centre + reach * high, by)) {
    const at = height(plot, (y - centre) / reach);
    if (shows.grid) { pen.beginPath(); segment(plot.left, at, plot.right, at); stroke(palette.axis, line); }
    pen.beginPath();
    segment(plot.left - 4, at, plot.left, at);
    stroke(palette.quiet, line);
    if (shows.axes) words(number(y, by), plot.left - 6, at + 0.36 * text, "right");
  }
  edge(plot);
}

function across(plot, shows) {
  const [low, high] = data.domain;
  const [centre, reach] = data.startUnits[0];
  const by = step(4.5 * text / (plot.right - plot.left) * (high - low) * reach);
  for (const x of ticks(centre + reach * low, centre + reach * high, by)) {
    const at = start(plot, (x - centre) / reach);
    if (shows.grid) { pen.beginPath(); segment(at, plot.top, at, plot.bottom); stroke(palette.axis, line); }
    pen.beginPath();
    segment(at, plot.bottom, at, plot.bottom + 4);
    stroke(palette.quiet, line);
    if (shows.axes && at < plot.right - 1.6 * text) words(number(x, by), at, plot.bottom + 1.35 * text, "center");
  }
  words("x", plot.right, plot.bottom + 1.35 * text, "right");
}

function layers({ flow: plot, end }, s, shows) {
  const every = 1 + Math.floor((data.edges.length - 2) / 50);
  pen.beginPath();
  data.edges.forEach((share, k) => {
    if (k % every !== 0) return;
    const at = along(plot, share);
    segment(at, shows.grid ? plot.top : plot.bottom, at, plot.bottom + 4);
  });
  stroke(palette.axis, line);
  const depth = data.edges.length - 1;
  words("t = 0", plot.left, plot.bottom + 1.35 * text);
  const room = plot.right - plot.left > 14 * text;
  words(`${room ? `${depth} layer${depth === 1 ? "" : "s"}, ` : ""}t = T`, plot.right, plot.bottom + 1.35 * text, "right");
  words(said ? "state z₁(t)" : "φₜ(x)", plot.left, plot.top - 0.55 * text);
  if (said) {
    words("read off", end, plot.top - 0.55 * text, "right");
    edge({ ...plot, left: plot.right, right: end });
  }
  edge(plot);
  const now = along(plot, s);
  pen.beginPath();
  segment(now, plot.top, now, plot.bottom);
  stroke(palette.accent, 1.2 * line, 0, 0.7);
}

function graph(plot, s, shown, shows) {
  words(said ? (s >= 1 ? "read off at T" : "state z₁(t)") : "φₜ(x)", plot.left, plot.top - 0.55 * text);
  const x = Array.from({ length: latticeCount }, (_, k) => start(plot, lattice.one(0, 0, k)));
  const curve = values => {
    pen.beginPath();
    x.forEach((px, k) => (k === 0 ? pen.moveTo(px, height(plot, values[k])) : pen.lineTo(px, height(plot, values[k]))));
  };
  inside(plot, plot.right, () => {
    pen.beginPath();
    segment(start(plot, data.domain[0]), height(plot, data.domain[0]), start(plot, data.domain[1]), height(plot, data.domain[1]));
    stroke(palette.grid, line, 2.5 * line);
    if (shows.target) {
      examples(plot);
      if (ghost) { curve(ghost); stroke(palette.ghost, 1.8 * line, 5 * line); }
    }
    pen.lineJoin = "round";
    curve(lattice.at(s));
    stroke(palette.accent, 2.4 * line, 0, s >= 1 && said ? 0.3 : 1);
    if (s >= 1 && said) { curve(saidLattice); stroke(palette.accent, 2.4 * line); }
  });
}

// The examples: those that train as dots, those that test hollow.
function examples(plot) {
  const radius = 1.7 * Math.sqrt(text / 12);
  pen.beginPath();
  (data.trainX ?? []).forEach((x, k) => sign("disc", start(plot, x), height(plot, data.trainY[k]), radius));
  pen.fillStyle = palette.ghost;
  pen.fill();
  pen.beginPath();
  (data.testX ?? []).forEach((x, k) => sign("disc", start(plot, x), height(plot, data.testY[k]), radius + 1));
  pen.fillStyle = palette.background;
  pen.fill();
  stroke(palette.quiet, 1.1 * line);
}

// The paths over t: what is to come is paler. Beyond t = T, what is read off, and the goals at the right edge.
function flow({ flow: plot, end }, s, shown, shows) {
  const dense = Math.min(1, Math.sqrt(90 / shown));
  if (shows.trails) {
    inside(plot, end, () => {
      for (const past of [false, true]) {
        const from = past ? 0 : s, to = past ? s : 1;
        if (!(to > from)) continue;
        const times = [from, ...data.times.filter(time => time > from && time < to), to];
        const y = times.map(time => Float32Array.from(particles.at(time, shown)));
        for (const { colour, members } of groups) {
          pen.beginPath();
          for (const j of members) {
            if (j >= shown) break;
            times.forEach((time, p) => {
              const px = along(plot, time), py = height(plot, y[p][j]);
              if (p === 0) pen.moveTo(px, py); else pen.lineTo(px, py);
            });
          }
          stroke(colour, (past ? 1.25 : 1) * line, 0, dense * (past ? 0.85 : 0.28));
        }
      }
      if (said) {
        const last = particles.at(1, shown);
        for (const { colour, members } of groups) {
          pen.beginPath();
          for (const j of members) {
            if (j < shown) segment(plot.right, height(plot, last[j]), end, height(plot, said[j]));
          }
          stroke(colour, line, 2 * line, dense * (s >= 1 ? 0.85 : 0.28));
        }
      }
    });
  }
  if (shows.target && goals.length > 0) {
    for (const { colour, members } of groups) {
      pen.beginPath();
      for (const j of members) {
        const y = j < shown ? height(plot, goals[j]) : NaN;
        if (y >= plot.top && y <= plot.bottom) segment(end + 2, y, end + 2 + 0.8 * text, y);
      }
      stroke(colour, 1.6 * line);
    }
  }
}
