// Pictures of the plane, from the ground up.
const MOST_TRAILS = 2000;
const MOST_GOALS = 240;
const BANDS = 7;

// From where the plane is seen at s: where points may leave the square, the camera goes along.
function camera(s) {
  const all = data.cameras;
  if (all.length === 1) return all[0];
  const at = s * (all.length - 1);
  const k = Math.min(all.length - 2, Math.floor(at));
  return all[k].map((a, i) => a + (at - k) * (all[k + 1][i] - a));
}

// The world on the page: x = x0 + scale · x₁, y = y0 − scale · x₂.
function view(s) {
  const [x1, x2, span] = camera(s);
  const scale = Math.min(page.width, page.height) / span;
  return { scale, x0: page.width / 2 - x1 * scale, y0: page.height / 2 + x2 * scale };
}

function plane(s, shown, shows) {
  const at = view(s);
  const nodes = pageOf(lattice.at(s), latticeCount, latticeCount, at, nodesRoom);
  const places = pageOf(particles.at(s, shown), count, shown, at, placesRoom);
  if (shows.regions) {
    ground(nodes);
    if (data.kind === "labels") tied(nodes, s, at);
  }
  if (data.kind === "function") levels(nodes, shows);
  if (shows.axes) axes(at);
  square(at);
  if (shows.target && ghost) {
    curves(pageOf(ghost, latticeCount, latticeCount, at, ghostRoom), 4, palette.ghost, line, 3 * line);
  }
  if (shows.grid) curves(nodes, data.kind === "plane" ? 2 : 4, palette.grid, line, 0);
  if (shows.trails && s > 0) trails(s, shown, at, shows);
  const radius = dotRadius(shown, at);
  if (shows.target && goals.length > 0) rings(Math.min(shown, MOST_GOALS), at, radius + 0.8);
  if (data.kind === "labels") signs(places, shown); else dots(places, shown, radius, shows);
  if (drawn) outline(s, at, shows);
}

const nodesRoom = new Float32Array(2 * latticeCount);
const ghostRoom = new Float32Array(2 * latticeCount);
const placesRoom = new Float32Array(2 * count);

// World coordinates, all first ones before all second ones, as page coordinates x, y, x, y, …
function pageOf(world, all, some, at, into) {
  for (let j = 0; j < some; j++) {
    into[2 * j] = at.x0 + at.scale * world[j];
    into[2 * j + 1] = at.y0 - at.scale * world[all + j];
  }
  return into;
}

function axes(at) {
  pen.beginPath();
  segment(at.x0, 0, at.x0, page.height);
  segment(0, at.y0, page.width, at.y0);
  stroke(palette.axis, line);
  // pairs of the plane go from the units of starts to those of goals: their rulers show the box
  const own = data.kind === "plane" ? [[0, 1], [0, 1]] : data.startUnits;
  const [first, second] = own;
  const by = step(Math.min(7 * text, page.width / 5) / at.scale * first[1]);
  const user = (units, place) => units[0] + units[1] * place;
  const low = page.height;
  pen.beginPath();
  for (const x of ticks(user(first, -at.x0 / at.scale), user(first, (page.width - at.x0) / at.scale), by)) {
    const px = at.x0 + at.scale * (x - first[0]) / first[1];
    if (px > 3 * text && px < page.width - 4 * text) {
      segment(px, low, px, low - 5);
      words(number(x, by), px, low - 9, "center");
    }
  }
  for (const x of ticks(user(second, (at.y0 - page.height) / at.scale), user(second, at.y0 / at.scale), by)) {
    const py = at.y0 - at.scale * (x - second[0]) / second[1];
    if (py > 3 * text && py < page.height - 3 * text) {
      segment(0, py, 5, py);
      words(number(x, by), 12, py + 0.36 * text);
    }
  }
  stroke(palette.quiet, line);
  words("x₁", page.width - 1.2 * text, low - 9, "right");
  words("x₂", 12, 1.8 * text);
}

function square(at) {
  const [low, high] = data.domain;
  pen.beginPath();
  pen.rect(at.x0 + at.scale * low, at.y0 - at.scale * high, at.scale * (high - low), at.scale * (high - low));
  stroke(palette.axis, 1.5 * line);
}

// Every `every`-th line of a carried lattice in both directions, as smooth curves through its points.
function curves(nodes, every, colour, width, dash) {
  const side = data.side;
  pen.beginPath();
  for (let k = 0; k < side; k += every) {
    smooth(nodes, k * side, 1, side);
    smooth(nodes, k, side, side);
  }
  stroke(colour, width, dash);
}

// A Catmull–Rom curve through the points from, from + by, …
function smooth(nodes, from, by, many) {
  const x = k => nodes[2 * (from + Math.max(0, Math.min(many - 1, k)) * by)];
  const y = k => nodes[2 * (from + Math.max(0, Math.min(many - 1, k)) * by) + 1];
  pen.moveTo(x(0), y(0));
  for (let k = 0; k + 1 < many; k++) {
    pen.bezierCurveTo(x(k) + (x(k + 1) - x(k - 1)) / 6, y(k) + (y(k + 1) - y(k - 1)) / 6,
      x(k + 1) - (x(k + 2) - x(k)) / 6, y(k + 1) - (y(k + 2) - y(k)) / 6, x(k + 1), y(k + 1));
  }
}

// The way that particles have come, growing from transparent to its full colour.
function trails(s, shown, at, shows) {
  const some = Math.ceil(pace.share * Math.min(shown, MOST_TRAILS));
  const from = Math.max(0, s - data.trail);
  if (!(s > from)) return;
  const times = data.times.filter(time => time > from && time < s);
  const every = 1 + Math.floor(times.length / 28);
  const kept = times.filter((_, k) => k % every === 0);
  for (let k = 0; k <= BANDS; k++) kept.push(from + (s - from) * k / BANDS);
  kept.sort((a, b) => a - b);
  const way = kept.map((time, p) =>
    pageOf(particles.at(time, some), count, some, at, trailRoom[p] ??= new Float32Array(2 * count)));
  const values = data.kind === "function" && shows.regions;
  const over = said && shows.regions ? (values ? 0.3 : 0.5) : 1;
  const dense = data.theme === "projector" ? 1 : Math.min(1, Math.max(0.6, Math.sqrt(700 / Math.min(shown, MOST_TRAILS))));
  const full = over * palette.trail * dense;
  pen.lineCap = "butt";
  for (let band = 0; band < BANDS; band++) {
    const first = from + (s - from) * band / BANDS;
    const last = from + (s - from) * (band + 1) / BANDS;
    const p0 = kept.indexOf(first);
    const p1 = kept.lastIndexOf(last);
    for (const { colour, members } of coarse) {
      pen.beginPath();
      for (const j of members) {
        if (j >= some) break;
        pen.moveTo(way[p0][2 * j], way[p0][2 * j + 1]);
        for (let p = p0 + 1; p <= p1; p++) pen.lineTo(way[p][2 * j], way[p][2 * j + 1]);
      }
      stroke(values ? palette.background : colour, 1.15 * line, 0, full * (band + 0.5) / BANDS);
    }
  }
}

const trailRoom = [];

// The share of the trails that is drawn: all at rest; while the picture moves as many as the screen's rate allows, the
// first of them, which are spread over all.
const pace = {
  share: 1,
  frame(milliseconds) {
    if (milliseconds > 24) this.share = Math.max(0.08, this.share * (milliseconds > 48 ? 0.6 : 0.85));
    else if (milliseconds < 18) this.share = Math.min(1, this.share * 1.04);
  },
};

// Smaller where there are more particles.
function dotRadius(shown, at) {
  const spacing = (data.domain[1] - data.domain[0]) / Math.sqrt(shown) * at.scale;
  return Math.min(Math.max(0.21 * spacing, palette.dot), Math.max(3.4, 1.8 * palette.dot));
}

function circles(places, members, shown, radius) {
  pen.beginPath();
  for (const j of members) {
    if (j >= shown) break;
    pen.moveTo(places[2 * j] + radius, places[2 * j + 1]);
    pen.arc(places[2 * j], places[2 * j + 1], radius, 0, 2 * Math.PI);
  }
}

function rings(shown, at, radius) {
  const places = pageOf(goals, count, shown, at, ringRoom);
  for (const { colour, members } of groups) {
    circles(places, members, shown, radius);
    stroke(colour, line, 0, 0.5);
  }
}

const ringRoom = new Float32Array(2 * count);

function dots(places, shown, radius, shows) {
  if (data.kind === "function" && shows.regions) {
    pen.globalAlpha = 0.6;
    pen.fillStyle = palette.background;
    for (const { members } of groups) { circles(places, members, shown, radius + 0.7); pen.fill(); }
    pen.globalAlpha = 1;
  }
  for (const { colour, members } of groups) {
    circles(places, members, shown, radius);
    pen.fillStyle = colour;
    pen.fill();
  }
  const tests = heldOnes.filter(j => j < shown);
  if (tests.length > 0) {
    circles(places, tests, shown, 0.58 * radius);
    pen.fillStyle = palette.background;
    pen.fill();
  }
}

const heldOnes = [...held.keys()].filter(j => held[j] === 1);

// Points with classes: each class has a colour and a shape, what tests is hollow, what is taken for another class is
// ringed.
function signs(places, shown) {
  const least = 2.9 * Math.sqrt(text / 12);
  const radius = Math.min(Math.max(90 / Math.sqrt(shown), least), 1.5 * least);
  data.names.forEach((_, k) => {
    for (const hollow of [0, 1]) {
      pen.beginPath();
      for (let j = 0; j < shown; j++) {
        if (classes[j] === k && held[j] === hollow) sign(SIGNS[k % 5], places[2 * j], places[2 * j + 1], radius);
      }
      if (hollow) {
        stroke(css(classColours[k]), 1.4 * line);
      } else {
        pen.fillStyle = css(classColours[k]);
        pen.fill();
      }
    }
  });
  if (said) {
    circles(places, wrongOnes, shown, radius + 3);
    stroke(palette.ink, 1.2 * line);
  }
}

const classColours = data.classColours ? colours(data.classColours) : [];
const wrongOnes = classes && said ? [...classes.keys()].filter(j => winner(said, count, j) !== classes[j]) : [];

// The shape or the landmarks that the map was drawn by, carried, and where they should end.
function outline(s, at, shows) {
  const now = pageOf(drawn.paths.at(s), drawn.count, drawn.count, at, new Float32Array(2 * drawn.count));
  const end = pageOf(drawn.goals, drawn.count, drawn.count, at, new Float32Array(2 * drawn.count));
  if (!shows.target) return;
  const all = [...Array(drawn.count).keys()];
  const around = places => { pen.beginPath(); polygon(all.map(j => [places[2 * j], places[2 * j + 1]])); };
  if (drawn.closed) {
    around(end);
    stroke(palette.ink, 2 * line, 5 * line, 0.7);
    around(now);
    pen.globalAlpha = 0.1;
    pen.fillStyle = palette.accent;
    pen.fill();
    stroke(palette.accent, 2.4 * line);
    return;
  }
  const radius = (drawn.count > 60 ? 0.6 : 1) * 4.5 * line;
  pen.beginPath();
  for (const j of all) segment(now[2 * j], now[2 * j + 1], end[2 * j], end[2 * j + 1]);
  stroke(palette.accent, line, 0, 0.5);
  circles(end, all, drawn.count, radius + 2);
  stroke(palette.accent, 1.6 * line);
  circles(now, all, drawn.count, radius);
  pen.fillStyle = palette.accent;
  pen.fill();
}
