#!/usr/bin/env bash
# Makes the exported examples of the README anew: mvn package -DskipTests, then src/docs/gallery.sh. The page is photographed where
# Chromium is installed, the PDF and the TikZ picture where pdflatex and pdftoppm are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
isotopy=$PWD/target/isotopy/bin/isotopy
to=$PWD/screenshots
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$isotopy" train --preset swirl --seed 3 --out swirl.isotopy --quiet
"$isotopy" train --preset moons --steps 1500 --seed 1 --out moons.isotopy --quiet
"$isotopy" train --preset sine --steps 2000 --seed 1 --out sine.isotopy --quiet

# without the experiments inside, for pages that load quickly
draw() { "$isotopy" render "$@" --no-provenance --quiet; }

# a strip for a paper: five times of one flow, shared axes
draw swirl.isotopy --out "$to/export-strip.png" --strip 0,0.25,0.5,0.75,1 --size 1100x300 --theme print --particles 600
# how training finds a flow
draw moons.isotopy --out "$to/export-steps.png" --strip steps=0,100,300,1500 --size 1100x300 --particles 400
# charts: what no flow goes below, and sums against compositions
draw sine.isotopy --out "$to/export-loss.svg" --chart loss --size 520x300
draw sine.isotopy --out "$to/export-theory.svg" --chart theory --size 520x300
# films: there and back with holds, over the depth, over the training
draw swirl.isotopy --out "$to/export-film.gif" --size 320x280 --fps 15 --seconds 4 --direction there-and-back --easing smooth --hold 0.4,0.4 --particles 250 --overlays particles,grid,target,axes
draw sine.isotopy --out "$to/export-depth.gif" --size 460x260 --fps 8 --seconds 3 --over depth=1..20
# a million particles are one light
draw swirl.isotopy --out "$to/export-million.png" --at 45% --size 560x440 --particles 1000000 --overlays particles,trails,axes --theme dark
# a page for lecture notes
draw swirl.isotopy --out swirl.html --size 900x560
if command -v chromium >/dev/null; then
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/browser" --window-size=900,820 \
        --virtual-time-budget=3000 --screenshot="$to/export-page.png" "file://$work/swirl.html#t=0.6" 2>/dev/null
fi
# TikZ in the fonts of a document
draw sine.isotopy --out sine.tikz --at 70% --preset paper-width --theme print --particles 400
if command -v pdflatex >/dev/null && command -v pdftoppm >/dev/null; then
    cat > paper.tex <<'TEX'
\documentclass[10pt]{article}\usepackage{tikz}\usepackage[paperwidth=20cm,paperheight=13.6cm,margin=1.2cm]{geometry}\pagestyle{empty}
\begin{document}\noindent Where its target falls no flow of the line follows; this network does, by two layers that fold.\par\medskip\noindent\input{sine.tikz}\end{document}
TEX
    pdflatex -interaction=batchmode paper.tex >/dev/null
    pdftoppm -r 110 -png -singlefile paper.pdf "$to/export-tikz"
fi
