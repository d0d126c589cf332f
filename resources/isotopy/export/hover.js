// Asking a particle: a pointer near it, or ↑ and ↓, choose it; its numbers stand beside it, its whole way is drawn.
const NEAR = 16;
const tip = document.getElementById("tip");

// The places of a particle on the page: one in the plane, two of a map of the line.
function placesOf(s, shown, j) {
  if (data.kind === "line") {
    const at = layout();
    const y = s >= 1 && said ? said[j] : particles.one(s, 0, j);
    return [[start(at.graph, particles.one(0, 0, j)), height(at.graph, y)],
      [s >= 1 && said ? at.end : along(at.flow, s), height(at.flow, y)]];
  }
  const at = view(s);
  return [[at.x0 + at.scale * particles.one(s, 0, j), at.y0 - at.scale * particles.one(s, 1, j)]];
}

// The particle nearest to a point of the page; −1 when none is near.
function nearest(s, shown, x, y) {
  let best = -1;
  let least = NEAR * NEAR;
  for (let j = 0; j < shown; j++) {
    for (const [px, py] of placesOf(s, shown, j)) {
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < least) { least = distance; best = j; }
    }
  }
  return best;
}

function digits(x) {
  if (!Number.isFinite(x)) return "not finite";
  const size = Math.abs(x);
  const shown = size >= 1e5 || (size > 0 && size < 1e-4) ? x.toExponential(2) : x.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 3);
  return shown.replace("-", "−");
}

const user = (units, values) => values.map((value, i) => digits(units[i][0] + units[i][1] * value)).join(", ");

// The numbers of particle j at s as pairs of a name and a value, in the user's units.
function numbers(s, j) {
  const at = time => Array.from({ length: dimension }, (_, i) => particles.one(time, i, j));
  const rows = [["start x", user(data.startUnits, at(0))]];
  const scaled = data.startUnits[0][0] !== data.goalUnits[0][0] || data.startUnits[0][1] !== data.goalUnits[0][1];
  const own = Array.from({ length: dimension }, () => [0, 1]);
  const states = data.kind === "labels" || data.kind === "function" ? data.startUnits : scaled ? own : data.goalUnits;
  rows.push([`at t = ${s.toFixed(2)} T`, user(states, at(s))]);
  if (data.kind === "labels") {
    rows.push(["class", data.names[classes[j]] + (held[j] ? " (test)" : "")]);
    if (said) rows.push(["network says", data.names[winner(said, count, j)]]);
  } else if (data.kind === "function") {
    if (said) rows.push(["network says", user(data.goalUnits, [said[j]])]);
    if (wanted) rows.push(["target", user(data.goalUnits, [wanted[j]])]);
    if (said && wanted) rows.push(["miss", digits(data.goalUnits[0][1] * Math.abs(said[j] - wanted[j]))]);
  } else {
    const end = data.kind === "line" && said ? [said[j]] : at(1);
    rows.push(["end F(x)", user(data.goalUnits, end)]);
    if (goals.length > 0) {
      const goal = Array.from({ length: dimension }, (_, i) => goals[i * count + j]);
      rows.push(["goal", user(data.goalUnits, goal)]);
      rows.push(["miss", digits(data.goalUnits[0][1] * Math.hypot(...goal.map((value, i) => value - end[i])))]);
    }
  }
  return rows;
}

// Draws the chosen particle's whole way and a ring round it.
function mark(s, j) {
  const shownAt = placesOf(s, count, j);
  if (data.kind !== "line") {
    const at = view(s);
    pen.beginPath();
    data.times.forEach((time, k) => {
      const x = at.x0 + at.scale * particles.one(time, 0, j), y = at.y0 - at.scale * particles.one(time, 1, j);
      if (k === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
    });
    stroke(palette.ink, 1.5 * line, 0, 0.75);
    if (goals.length > 0) {
      pen.beginPath();
      sign("disc", at.x0 + at.scale * goals[j], at.y0 - at.scale * goals[count + j], 5 * line);
      stroke(palette.ink, 1.5 * line);
    }
  }
  pen.beginPath();
  for (const [x, y] of shownAt) { pen.moveTo(x + 7, y); pen.arc(x, y, 7, 0, 2 * Math.PI); }
  stroke(palette.background, 4 * line);
  stroke(palette.accent, 2 * line);
}

// Puts the numbers beside the particle, inside the picture.
function tell(s, j) {
  tip.hidden = j < 0;
  if (j < 0) return;
  tip.replaceChildren(...numbers(s, j).flat().map(words => {
    const cell = document.createElement("span");
    cell.textContent = words;
    return cell;
  }));
  const [x, y] = placesOf(s, count, j)[0];
  const left = x + 16 + tip.offsetWidth < page.width ? x + 16 : x - 16 - tip.offsetWidth;
  const top = Math.min(page.height - tip.offsetHeight - 6, Math.max(6, y - tip.offsetHeight / 2));
  tip.style.transform = `translate(${Math.round(Math.min(page.width - tip.offsetWidth - 4, Math.max(4, left)))}px, ${Math.round(top)}px)`;
}
