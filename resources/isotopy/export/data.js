// The numbers of the page. The program has computed where everything is at some times; between two of them things go
// straight. Time is told as the share s = t/T throughout.
const data = JSON.parse(document.getElementById("isotopy-data").textContent);

function bytes(base64) {
  const text = atob(base64);
  const all = new Uint8Array(text.length);
  for (let k = 0; k < all.length; k++) all[k] = text.charCodeAt(k);
  return all;
}

// Two bytes a number, the lower one first: code c is low + (c − 1) · step, 0 is a number that is not finite.
function decoded(base64, [low, step] = data.codes) {
  const raw = bytes(base64);
  const all = new Float32Array(raw.length / 2);
  for (let k = 0; k < all.length; k++) {
    const code = raw[2 * k] | raw[2 * k + 1] << 8;
    all[k] = code === 0 ? NaN : low + (code - 1) * step;
  }
  return all;
}

function colours(base64) {
  const raw = bytes(base64);
  return Array.from({ length: raw.length / 3 }, (_, k) => [raw[3 * k], raw[3 * k + 1], raw[3 * k + 2]]);
}

// Where s lies: the index of the kept time before it, and the share of the way to the next.
function moment(s) {
  const times = data.times;
  let low = 0;
  let high = times.length - 2;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (times[middle] <= s) low = middle; else high = middle - 1;
  }
  return [low, Math.min(1, Math.max(0, (s - times[low]) / (times[low + 1] - times[low])))];
}

// Paths of `count` points in `dimension` coordinates, time by time, coordinate by coordinate, point by point.
class Paths {
  constructor(values, count, dimension) {
    this.values = values;
    this.count = count;
    this.dimension = dimension;
  }

  // The first `some` points at s: coordinate by coordinate, in an array that the next call may overwrite.
  at(s, some = this.count, into = this.room ??= new Float32Array(this.count * this.dimension)) {
    const [k, share] = moment(s);
    const { count, dimension, values } = this;
    for (let i = 0; i < dimension; i++) {
      const from = (k * dimension + i) * count;
      const to = from + dimension * count;
      for (let j = 0; j < some; j++) {
        into[i * count + j] = share === 1 ? values[to + j] : values[from + j] + share * (values[to + j] - values[from + j]);
      }
    }
    return into;
  }

  one(s, i, j) {
    const [k, share] = moment(s);
    const from = (k * this.dimension + i) * this.count + j;
    const a = this.values[from];
    return a + share * (this.values[from + this.dimension * this.count] - a);
  }
}

const dimension = data.kind === "line" ? 1 : 2;
const count = data.count;
const particles = new Paths(decoded(data.particles), count, dimension);
const latticeCount = data.kind === "line" ? data.side : data.side * data.side;
const lattice = new Paths(decoded(data.lattice), latticeCount, dimension);
const goals = decoded(data.goals);
const ghost = data.ghost ? decoded(data.ghost) : null;
const held = bytes(data.held);
const startColours = colours(data.colours);
const palette = data.palette;
const text = palette.text;
const line = palette.line;

// A class's regions or a function's values, as the network says them at t = T.
const scoreCodes = data.scoreCodes ?? data.codes;
const said = data.said ? decoded(data.said, scoreCodes) : null;
const saidLattice = data.saidLattice ? decoded(data.saidLattice, scoreCodes) : null;
const wanted = data.wanted ? decoded(data.wanted, scoreCodes) : null;
const wantedLattice = data.wantedLattice ? decoded(data.wantedLattice, scoreCodes) : null;
const classes = data.classes ? bytes(data.classes) : null;
const drawn = data.drawn
  ? { closed: data.drawn.closed, count: data.drawn.count, goals: decoded(data.drawn.goals),
      paths: new Paths(decoded(data.drawn.paths), data.drawn.count, 2) }
  : null;

// The index of the largest of the scores of point j.
function winner(scores, points, j) {
  let best = 0;
  for (let i = 1; i * points < scores.length; i++) {
    if (scores[i * points + j] > scores[best * points + j]) best = i;
  }
  return best;
}

// The layer that acts at s, counted from 0.
function layer(s) {
  let k = 0;
  while (k < data.edges.length - 2 && data.edges[k + 1] <= s) k++;
  return k;
}

function caption(s) {
  return `t = ${s.toFixed(2)} T · layer ${layer(s) + 1} of ${data.edges.length - 1}`;
}
