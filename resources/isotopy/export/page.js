// What the reader can do, and the drawing of a frame: at most one for each of the screen's, and none when nothing moves.
const SECONDS = 6;
const state = { s: 0, playing: false, shown: count, chosen: -1, shows: {} };
const controls = Object.fromEntries(["play", "play-sign", "time", "caption", "count", "counted", "toggles", "legend"]
  .map(id => [id, document.getElementById(id)]));

const TOGGLES = [
  ["trails", data.kind === "line" ? "Paths" : "Trails", true],
  ["grid", "Grid", true],
  ["target", "Target", data.kind !== "labels"],
  ["regions", data.kind === "labels" ? "Regions" : "Values", said !== null && (data.kind === "labels" || data.kind === "function")],
  ["axes", "Axes", true],
];

let asked = false;
function ask() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(draw);
  }
}

let before = null;
function draw(now) {
  asked = false;
  if (!state.playing) pace.share = 1;
  if (state.playing) {
    if (before !== null) {
      state.s = Math.min(1, state.s + (now - before) / 1000 / SECONDS);
      pace.frame(now - before);
    }
    before = now;
    if (state.s >= 1) play(false); else ask();
  }
  paint();
}

function paint() {
  clear();
  if (data.kind === "line") lines(state.s, state.shown, state.shows); else plane(state.s, state.shown, state.shows);
  if (state.chosen >= state.shown) state.chosen = -1;
  if (state.chosen >= 0) mark(state.s, state.chosen);
  tell(state.s, state.chosen);
  const words = caption(state.s);
  controls.caption.textContent = words;
  controls.time.value = String(Math.round(1000 * state.s));
  controls.time.setAttribute("aria-valuetext", words);
  canvas.setAttribute("aria-label", `${document.title}: ${state.shown} particles at ${words}`);
}

function play(on) {
  state.playing = on;
  before = null;
  if (on && state.s >= 1) state.s = 0;
  controls.play.setAttribute("aria-label", on ? "Stop" : "Play");
  controls["play-sign"].setAttribute("d", on ? "M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z" : "M4 2.5v11l9.5-5.5z");
  ask();
}

function scrub(s) {
  play(false);
  state.s = Math.min(1, Math.max(0, s));
  ask();
}

// From few to all particles, by equal factors.
function shownAt(share) {
  const least = Math.min(count, data.kind === "line" ? 5 : 20);
  return Math.round(least * (count / least) ** share);
}

function show(shown) {
  state.shown = Math.min(count, Math.max(1, Math.round(shown)));
  controls.counted.textContent = state.shown.toLocaleString("en");
  ask();
}

// Lists what the lines and signs are; each key is a small picture.
function legend() {
  const keys = [];
  const stripe = (colour, width, dash = 0) => g => {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.setLineDash(dash > 0 ? [dash, dash] : []);
    g.beginPath();
    g.moveTo(0, 8);
    g.lineTo(24, 8);
    g.stroke();
  };
  const circle = g => {
    g.strokeStyle = palette.quiet;
    g.lineWidth = 1.2;
    g.beginPath();
    g.arc(12, 8, 4.5, 0, 2 * Math.PI);
    g.stroke();
  };
  const shown = state.shows;
  if (data.kind === "labels") {
    data.names.forEach((name, k) => keys.push([name, g => {
      g.fillStyle = css(classColours[k]);
      g.beginPath();
      sign(SIGNS[k % 5], 12, 8, 5, g);
      g.fill();
    }]));
    if (shown.regions) keys.push(["classes tie", stripe(palette.ink, 1.5)]);
    if (heldOnes.length > 0) keys.push(["hollow: kept for the test", circle]);
    if (wrongOnes.length > 0) keys.push(["ringed: taken for another class", circle]);
  } else {
    if (data.kind === "line") keys.push(["start", stripe(palette.grid, 1, 2.5)], ["φₜ", stripe(palette.accent, 2.4)]);
    if (shown.target && ghost) keys.push(["target", stripe(palette.ghost, data.kind === "line" ? 1.8 : 1.2, 3)]);
    if (shown.target && goals.length > 0) {
      keys.push(data.kind === "line" ? ["goals, at the right edge", stripe(palette.accent, 1.6)] : ["goals of particles", circle]);
    }
    if (shown.target && drawn) keys.push([drawn.closed ? "shape; dashed: its goal" : "landmarks; rings: their goals", stripe(palette.accent, 2.4)]);
    if (data.kind === "function" && scale.length > 0) {
      const [low, high] = data.values.map(value => digits(data.goalUnits[0][0] + data.goalUnits[0][1] * value));
      keys.push([`values from ${low} to ${high}`, g => scale.forEach((colour, k) => {
        g.fillStyle = css(colour);
        g.fillRect(k * 96 / scale.length, 3, 96 / scale.length + 1, 10);
      }), 96]);
      if (shown.regions) keys.push(["levels, network", g => {
        g.fillStyle = "#7c7b78";
        g.fillRect(0, 2, 24, 12);
        stripe(NETWORK_LINES, 3)(g);
      }]);
      if (shown.target && targetLevels.length > 0) keys.push(["levels, target", stripe(shown.regions && data.theme !== "dark" ? TARGET_LINES : palette.ghost, 1.2)]);
    }
    if (heldOnes.length > 0) keys.push(["hollow: kept for the test", circle]);
  }
  controls.legend.replaceChildren(...keys.map(([name, picture, width = 24]) => {
    const item = document.createElement("li");
    const small = document.createElement("canvas");
    small.width = 2 * width;
    small.height = 32;
    small.style.width = `${width}px`;
    small.style.height = "16px";
    small.setAttribute("aria-hidden", "true");
    const g = small.getContext("2d");
    g.scale(2, 2);
    picture(g);
    item.append(small, name);
    return item;
  }));
}

function toggles() {
  for (const [id, name, there] of TOGGLES) {
    state.shows[id] = there && (id === "axes" || data.shows.includes(id));
    if (!there) continue;
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.id = `show-${id}`;
    box.checked = state.shows[id];
    box.addEventListener("change", () => {
      state.shows[id] = box.checked;
      legend();
      ask();
    });
    label.append(box, name);
    controls.toggles.append(label);
  }
}

function listen() {
  controls.play.addEventListener("click", () => play(!state.playing));
  controls.time.addEventListener("input", () => scrub(controls.time.value / 1000));
  controls.count.addEventListener("input", () => show(shownAt(controls.count.value / 100)));
  const point = event => {
    const box = canvas.getBoundingClientRect();
    state.chosen = nearest(state.s, state.shown, event.clientX - box.left, event.clientY - box.top);
    ask();
  };
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  canvas.addEventListener("pointerleave", event => {
    if (event.pointerType === "touch") return;
    state.chosen = -1;
    ask();
  });
  document.addEventListener("keydown", key);
  addEventListener("resize", () => { fit(); ask(); });
  addEventListener("hashchange", linked);
}

function key(event) {
  const type = event.target.type;
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key === " " && (type === "button" || type === "checkbox"))) return;
  if (event.target === controls.count && event.key !== " ") return;
  const by = event.shiftKey ? 0.1 : 0.01;
  const actions = {
    " ": () => play(!state.playing),
    ArrowLeft: () => scrub(Math.round(100 * (state.s - by)) / 100),
    ArrowRight: () => scrub(Math.round(100 * (state.s + by)) / 100),
    Home: () => scrub(0),
    End: () => scrub(1),
    ArrowUp: () => choose(1),
    ArrowDown: () => choose(-1),
    Escape: () => { state.chosen = -1; ask(); },
  };
  if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
}

function choose(by) {
  state.chosen = state.chosen < 0 ? (by > 0 ? 0 : state.shown - 1) : (state.chosen + by + state.shown) % state.shown;
  ask();
}

// page.html#t=0.62 opens there, for links in lecture notes; true when the address says so.
function linked() {
  const match = /[#&]t=([0-9.]+)/.exec(location.hash);
  if (match) scrub(Number(match[1]));
  return match !== null;
}

// The page's numbers for whoever wants to check them.
window.isotopy = Object.freeze({
  // World coordinates of the particles that are shown at s = t/T, particle by particle.
  positions(s) {
    const values = data.kind === "line" ? heights(s, state.shown) : particles.at(s, state.shown);
    return Array.from({ length: state.shown }, (_, j) => Array.from({ length: dimension }, (_, i) => values[i * count + j]));
  },
  // Where these are on the picture, in CSS pixels.
  places: s => Array.from({ length: state.shown }, (_, j) => placesOf(s, state.shown, j)[0]),
  state: () => ({ s: state.s, playing: state.playing, shown: state.shown, chosen: state.chosen, width: page.width, height: page.height }),
  // Milliseconds for drawing one frame, the mean of some.
  drawing(frames) {
    const from = performance.now();
    for (let k = 0; k < frames; k++) { state.s = (k + 1) / frames; paint(); }
    return (performance.now() - from) / frames;
  },
});

fit();
toggles();
legend();
show(count);
listen();
// It moves by itself when it is opened, unless the reader's system asks for rest.
if (!linked() && !matchMedia("(prefers-reduced-motion: reduce)").matches) play(true);
ask();
