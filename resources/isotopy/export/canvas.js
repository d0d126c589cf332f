// The canvas, and what every picture draws with. Lengths are CSS pixels.
const canvas = document.getElementById("canvas");
const pen = canvas.getContext("2d");
const frame = document.getElementById("figure");
const page = { width: 0, height: 0 };
const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

// Fits the picture to the window: as wide as there is room, as high as the controls below it leave, higher than wide
// on a phone.
function fit() {
  const most = Number(frame.dataset.width);
  const width = Math.max(200, Math.min(most, document.querySelector("main").clientWidth - 32 + (innerWidth <= 640 ? 12 : 0)));
  const phone = width < 560;
  const ratio = phone ? (data.kind === "line" ? 1.75 : 1.08) : Number(frame.dataset.height) / most;
  const height = Math.round(phone ? ratio * width : Math.max(300, Math.min(ratio * width, innerHeight - 250)));
  const dense = Math.min(2, window.devicePixelRatio || 1); // more is not seen and costs as many pixels
  page.width = Math.round(width);
  page.height = height;
  frame.style.width = `${page.width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(page.width * dense);
  canvas.height = Math.round(height * dense);
  pen.setTransform(dense, 0, 0, dense, 0, 0);
}

function clear() {
  pen.globalAlpha = 1;
  pen.fillStyle = palette.background;
  pen.fillRect(0, 0, page.width, page.height);
}

const css = ([r, g, b]) => `rgb(${r},${g},${b})`;
const mixed = (from, to, share) => from.map((a, i) => Math.round(a + share * (to[i] - a)));
const parsed = hex => [1, 3, 5].map(k => parseInt(hex.slice(k, k + 2), 16));

// Particles whose colours look the same are painted in one go, which is many times as fast: lists of particles, each
// with its colour.
function grouped(bits) {
  const found = new Map();
  startColours.forEach((colour, j) => {
    const key = colour.map(c => c >> bits).join();
    if (!found.has(key)) found.set(key, { sum: [0, 0, 0], members: [] });
    const group = found.get(key);
    group.members.push(j);
    colour.forEach((c, i) => { group.sum[i] += c; });
  });
  return [...found.values()].map(({ sum, members }) =>
    ({ colour: css(sum.map(c => Math.round(c / members.length))), members }));
}

const groups = grouped(4);
const coarse = grouped(5); // for faint lines, of which there are many

function stroke(colour, width, dash = 0, alpha = 1) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.globalAlpha = alpha;
  pen.setLineDash(dash > 0 ? [dash, dash] : []);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function words(string, x, y, align = "left", colour = palette.quiet, bold = false) {
  pen.font = `${bold ? 600 : 400} ${text}px ${FONT}`;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
  pen.fillStyle = colour;
  pen.fillText(string, x, y);
}

function segment(x0, y0, x1, y1) {
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
}

// Adds the outline of a sign to the path: the shapes tell classes apart where colours do not.
const SIGNS = ["disc", "square", "triangle", "diamond", "cross"];
function sign(shape, x, y, r, on = pen) {
  switch (shape) {
    case "square": on.rect(x - 0.89 * r, y - 0.89 * r, 1.78 * r, 1.78 * r); break;
    case "triangle": polygon([[x, y - 1.3 * r], [x + 1.17 * r, y + 0.75 * r], [x - 1.17 * r, y + 0.75 * r]], on); break;
    case "diamond": polygon([[x, y - 1.27 * r], [x + 1.27 * r, y], [x, y + 1.27 * r], [x - 1.27 * r, y]], on); break;
    case "cross": {
      const a = 0.36 * r, b = 1.15 * r;
      polygon([[x - a, y - b], [x + a, y - b], [x + a, y - a], [x + b, y - a], [x + b, y + a], [x + a, y + a],
        [x + a, y + b], [x - a, y + b], [x - a, y + a], [x - b, y + a], [x - b, y - a], [x - a, y - a]], on);
      break;
    }
    default: on.moveTo(x + r, y); on.arc(x, y, r, 0, 2 * Math.PI);
  }
}

function polygon(points, on = pen) {
  points.forEach(([x, y], k) => (k === 0 ? on.moveTo(x, y) : on.lineTo(x, y)));
  on.closePath();
}

// Round numbers for rulers: the smallest of 1, 2, 5 times a power of ten that is at least `least`, its multiples, and
// how they are written.
function step(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const digits = least / power;
  return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
}

function ticks(low, high, by) {
  const first = Math.ceil(low / by);
  const many = Math.floor(high / by) - first + 1;
  return many >= 1 && many < 1000 ? Array.from({ length: many }, (_, k) => (first + k) * by) : [];
}

function number(x, by) {
  const decimals = Math.max(0, Math.ceil(-Math.log10(by) - 1e-9));
  const shown = by >= 1e6 || by < 1e-6 ? x.toPrecision(3) : (x === 0 ? 0 : x).toFixed(Math.min(20, decimals));
  return shown.replace("-", "−");
}
