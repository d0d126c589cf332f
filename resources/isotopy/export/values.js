// What the network says at t = T of every start, carried along: regions of classes, or the values of a function. All of
// it is told by the lattice: which cells have which colour, and where lines cross its edges, does not change with t.
const SHADES = 14;
const FINE = 4;
const LEVELS = 10;
const NETWORK_LINES = "#f6f6f4";
const TARGET_LINES = "#262b32";

// How sure the network is of the class of a point with these scores: 0 is no better than chance.
function sureness(scores) {
  const best = Math.max(...scores);
  const sum = scores.reduce((all, score) => all + Math.exp(score - best), 0);
  const chance = 1 / scores.length;
  return Math.max(0, (1 / sum - chance) / (1 - chance));
}

function classColour(scores) {
  const shade = Math.round(SHADES * sureness(scores)) / SHADES;
  const best = scores.indexOf(Math.max(...scores));
  return css(mixed(parsed(palette.background), classColours[best], 0.1 + 0.24 * shade));
}

const scale = data.scale ? colours(data.scale) : [];
function scaleColour(value) {
  const [low, high] = data.values;
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return scale[Math.round(share * (scale.length - 1))];
}

// The scores at (u, v) of the lattice, counted in its cells, by bilinear interpolation.
function scoresAt(u, v) {
  const side = data.side;
  const i = Math.min(side - 2, Math.floor(u)), j = Math.min(side - 2, Math.floor(v));
  const a = u - i, b = v - j;
  const scores = [];
  for (let m = 0; m * latticeCount < saidLattice.length; m++) {
    const at = m * latticeCount + j * side + i;
    scores.push((1 - b) * ((1 - a) * saidLattice[at] + a * saidLattice[at + 1])
      + b * ((1 - a) * saidLattice[at + side] + a * saidLattice[at + side + 1]));
  }
  return scores;
}

// Strips of cells of one colour: from (u, v) to (u + length, v + size).
const strips = (() => {
  const found = new Map();
  if (!saidLattice || data.kind === "line") return found;
  const side = data.side;
  const add = (colour, strip) => {
    if (!found.has(colour)) found.set(colour, []);
    found.get(colour).push(strip);
  };
  const mixedCell = (i, j) => data.kind === "labels" && new Set(
    [0, 1, side, side + 1].map(k => winner(saidLattice, latticeCount, j * side + i + k))).size > 1;
  const colourAt = (u, v) => data.kind === "labels"
    ? classColour(scoresAt(u, v))
    : css(mixed(parsed(palette.background), scaleColour(scoresAt(u, v)[0]), 0.92));
  const row = (v, size, from, to) => {
    for (let u = from; u < to - 1e-9;) {
      const colour = colourAt(u + size / 2, v + size / 2);
      let end = u + size;
      while (end < to - 1e-9 && colourAt(end + size / 2, v + size / 2) === colour) end += size;
      add(colour, [u, v, end - u, size]);
      u = end;
    }
  };
  for (let j = 0; j < side - 1; j++) {
    for (let i = 0; i < side - 1;) {
      if (mixedCell(i, j)) {
        for (let k = 0; k < FINE; k++) row(j + k / FINE, 1 / FINE, i, i + 1);
        i++;
      } else {
        let end = i + 1;
        while (end < side - 1 && !mixedCell(end, j)) end++;
        row(j, 1, i, end);
        i = end;
      }
    }
  }
  return found;
})();

// Where (u, v) of the lattice lies on the page.
function carried(nodes, u, v) {
  const side = data.side;
  const i = Math.min(side - 2, Math.floor(u + 1e-9)), j = Math.min(side - 2, Math.floor(v + 1e-9));
  const a = u - i, b = v - j;
  const at = 2 * (j * side + i);
  const up = at + 2 * side;
  const mix = k => (1 - b) * ((1 - a) * nodes[at + k] + a * nodes[at + 2 + k])
    + b * ((1 - a) * nodes[up + k] + a * nodes[up + 2 + k]);
  return [mix(0), mix(1)];
}

// The colours. Each strip is a polygon along its lower and back along its upper edge; a thin line of its own colour
// closes the joints.
function ground(nodes) {
  pen.lineJoin = "round";
  for (const [colour, all] of strips) {
    pen.beginPath();
    for (const [u, v, length, size] of all) {
      const pieces = Math.max(1, Math.round(length));
      for (let k = 0; k <= pieces; k++) {
        const [x, y] = carried(nodes, u + length * k / pieces, v);
        if (k === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
      }
      for (let k = pieces; k >= 0; k--) pen.lineTo(...carried(nodes, u + length * k / pieces, v + size));
      pen.closePath();
    }
    pen.fillStyle = colour;
    pen.fill();
    stroke(colour, 0.9);
  }
}

// The lines on which two classes tie: pieces whose ends the program has carried, or, where they would be too many, where
// the lattice's scores say so.
function tied(nodes, s, at) {
  if (tieEnds) {
    const ends = pageOf(tieEnds.at(s), tieEnds.count, tieEnds.count, at, tieRoom);
    pen.beginPath();
    for (let k = 0; k < 2 * tieEnds.count; k += 4) segment(ends[k], ends[k + 1], ends[k + 2], ends[k + 3]);
  } else {
    crossed(nodes, ties);
  }
  pen.lineCap = "round";
  stroke(palette.ink, 1.4 * line, 0, 0.8);
  pen.lineCap = "butt";
}

const tieEnds = data.ties ? new Paths(decoded(data.ties), data.tieEnds, 2) : null;
const tieRoom = tieEnds ? new Float32Array(2 * tieEnds.count) : null;

// Pieces of the lines on which `value` of a lattice point is zero, as crossings of edges: [from, to, share] twice.
function zeros(value, keep) {
  const side = data.side;
  const found = [];
  for (let j = 0; j < side - 1; j++) {
    for (let i = 0; i < side - 1; i++) {
      const corners = [j * side + i, j * side + i + 1, (j + 1) * side + i + 1, (j + 1) * side + i];
      const cuts = [];
      for (let k = 0; k < 4; k++) {
        const a = corners[k], b = corners[(k + 1) % 4];
        const va = value(a), vb = value(b);
        if (va >= 0 !== vb >= 0) cuts.push([a, b, va / (va - vb)]);
      }
      for (let k = 0; k + 1 < cuts.length; k += 2) if (keep(i, j, cuts[k], cuts[k + 1])) found.push([cuts[k], cuts[k + 1]]);
    }
  }
  return found;
}

// Where the lattice's scores say that two classes tie and no other is better.
const ties = (() => {
  if (data.kind !== "labels" || !saidLattice || tieEnds) return [];
  const side = data.side;
  const found = [];
  const grid = ([a, b, share]) => {
    const [ua, va, ub, vb] = [a % side, Math.floor(a / side), b % side, Math.floor(b / side)];
    return [ua + share * (ub - ua), va + share * (vb - va)];
  };
  for (let one = 0; one < data.names.length; one++) {
    for (let other = 0; other < one; other++) {
      found.push(...zeros(k => saidLattice[one * latticeCount + k] - saidLattice[other * latticeCount + k], (i, j, p, q) => {
        const [pu, pv] = grid(p), [qu, qv] = grid(q);
        const scores = scoresAt((pu + qu) / 2, (pv + qv) / 2);
        return Math.max(scores[one], scores[other]) >= Math.max(...scores) - 1e-6;
      }));
    }
  }
  return found;
})();

function contours(values) {
  const [low, high] = data.values;
  return Array.from({ length: LEVELS }, (_, k) => low + (k + 0.5) / LEVELS * (high - low))
    .flatMap(level => zeros(k => values[k] - level, () => true));
}

const networkLevels = data.kind === "function" && saidLattice ? contours(saidLattice) : [];
const targetLevels = data.kind === "function" && wantedLattice ? contours(wantedLattice) : [];

function crossed(nodes, pieces) {
  pen.beginPath();
  for (const [[a, b, p], [c, d, q]] of pieces) {
    segment(nodes[2 * a] + p * (nodes[2 * b] - nodes[2 * a]), nodes[2 * a + 1] + p * (nodes[2 * b + 1] - nodes[2 * a + 1]),
      nodes[2 * c] + q * (nodes[2 * d] - nodes[2 * c]), nodes[2 * c + 1] + q * (nodes[2 * d + 1] - nodes[2 * c + 1]));
  }
}

function levels(nodes, shows) {
  pen.lineCap = "round";
  if (shows.regions) {
    crossed(nodes, networkLevels);
    stroke(NETWORK_LINES, 3 * line);
  }
  if (shows.target) {
    crossed(nodes, targetLevels);
    stroke(shows.regions ? TARGET_LINES : palette.ghost, line);
  }
  pen.lineCap = "butt";
}
