package isotopy.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The 255 colours that stand for all colours of a film.
///
/// All pixels of all frames are counted. The colours, weighted by count^0.8 so that a white page does not eat the
/// palette, are cut into boxes: again and again the box with the largest variance is cut where the sum of the variances
/// of its parts is least. Mutable while it counts: [#count], then [#close], then [#index].
final class GifPalette {
    /// As many colours as fit beside the transparent one.
    static final int COLOURS = 255;

    private static final double WEIGHT = 0.8;

    /// How much the eye minds an error in red, green and blue.
    private static final int[] EYE = {2, 4, 3};

    private static final int GREEN = 1;

    /// First the number of pixels of each colour; after [#close] one more than the index of its nearest palette
    /// colour, 0 where unknown.
    private final int[] table = new int[1 << 24];

    private int[] palette = new int[0];
    private int[] colours = new int[0];
    private double[] weights = new double[0];

    /// Counts the pixels of a frame, but those that are 0 and not seen. From any thread, in any order.
    synchronized void count(int[] argb) {
        int from = 0;
        while (from < argb.length) {
            int pixel = argb[from];
            int to = from + 1;
            while (to < argb.length && argb[to] == pixel) {
                to++;
            }
            if (pixel != 0) {
                int colour = pixel & 0xFFFFFF;
                table[colour] = (int) Math.min(Integer.MAX_VALUE, (long) table[colour] + to - from);
            }
            from = to;
        }
    }

    /// Chooses the palette from what was counted.
    void close() {
        int distinct = 0;
        for (int count : table) {
            distinct += count > 0 ? 1 : 0;
        }
        colours = new int[distinct];
        weights = new double[distinct];
        int next = 0;
        for (int colour = 0; colour < table.length; colour++) {
            if (table[colour] > 0) {
                colours[next] = colour;
                weights[next++] = Math.pow(table[colour], WEIGHT);
                table[colour] = 0;
            }
        }
        palette = boxes().stream()
                .map(this::mean)
                .sorted(Comparator.comparingInt(colour -> channel(colour, GREEN)))
                .mapToInt(colour -> colour)
                .toArray();
        colours = new int[0];
        weights = new double[0];
    }

    /// The colours, RGB, after [#close].
    int[] colours() {
        return palette.clone();
    }

    /// The index of the palette colour nearest to a pixel. From any thread: two that look for the same colour at
    /// once find and note the same.
    int index(int argb) {
        int colour = argb & 0xFFFFFF;
        int known = table[colour];
        if (known == 0) {
            known = 1 + nearest(colour);
            table[colour] = known;
        }
        return known - 1;
    }

    /// Looks upwards and downwards from the palette's colours of the same green, until green alone is farther than
    /// the best so far.
    private int nearest(int colour) {
        int green = channel(colour, GREEN);
        int up = 0;
        while (up < palette.length && channel(palette[up], GREEN) < green) {
            up++;
        }
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int down = up - 1; up < palette.length || down >= 0; up++, down--) {
            boolean far = true;
            for (int k : new int[] {up, down}) {
                if (k >= 0 && k < palette.length && green(palette[k], green) < least) {
                    far = false;
                    int distance = distance(colour, palette[k]);
                    if (distance < least) {
                        least = distance;
                        best = k;
                    }
                }
            }
            if (far) {
                break;
            }
        }
        return best;
    }

    private static int green(int colour, int green) {
        int difference = channel(colour, GREEN) - green;
        return EYE[GREEN] * difference * difference;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int channel = 0; channel < 3; channel++) {
            int difference = channel(one, channel) - channel(other, channel);
            distance += EYE[channel] * difference * difference;
        }
        return distance;
    }

    /// The colours with indices `from … to − 1`; `score` is their weighted variance, to be cut along `channel`.
    private record Box(int from, int to, double score, int channel) {}

    private List<Box> boxes() {
        var open = new PriorityQueue<Box>(Comparator.comparingDouble(Box::score).reversed());
        var finished = new ArrayList<Box>();
        open.add(box(0, colours.length));
        while (open.size() + finished.size() < COLOURS && !open.isEmpty()) {
            var largest = open.poll();
            int cut = largest.score > 0 ? partition(largest) : largest.from;
            if (cut == largest.from || cut == largest.to) {
                finished.add(largest);
            } else {
                open.add(box(largest.from, cut));
                open.add(box(cut, largest.to));
            }
        }
        finished.addAll(open);
        return finished;
    }

    private Box box(int from, int to) {
        double total = 0;
        double largest = -1;
        int along = 0;
        for (int channel = 0; channel < 3; channel++) {
            double weight = 0;
            double sum = 0;
            double squares = 0;
            for (int k = from; k < to; k++) {
                double value = channel(colours[k], channel);
                weight += weights[k];
                sum += weights[k] * value;
                squares += weights[k] * value * value;
            }
            double variance = EYE[channel] * (squares - sum * sum / weight);
            total += variance;
            if (variance > largest) {
                largest = variance;
                along = channel;
            }
        }
        return new Box(from, to, to - from < 2 ? 0 : total, along);
    }

    /// Reorders the colours of a box so that those up to the best cut come first; the index where the others begin.
    private int partition(Box box) {
        int level = cut(box);
        int left = box.from;
        int right = box.to - 1;
        while (left <= right) {
            if (channel(colours[left], box.channel) <= level) {
                left++;
            } else {
                int colour = colours[left];
                colours[left] = colours[right];
                colours[right] = colour;
                double weight = weights[left];
                weights[left] = weights[right];
                weights[right] = weight;
                right--;
            }
        }
        return left;
    }

    /// The level that leaves the least variance in both parts together.
    private int cut(Box box) {
        var weight = new double[256];
        var sum = new double[256];
        double allWeight = 0;
        double allSum = 0;
        for (int k = box.from; k < box.to; k++) {
            int value = channel(colours[k], box.channel);
            weight[value] += weights[k];
            sum[value] += weights[k] * value;
            allWeight += weights[k];
            allSum += weights[k] * value;
        }
        double below = 0;
        double belowSum = 0;
        double best = Double.NEGATIVE_INFINITY;
        int cut = 255;
        for (int level = 0; level < 255; level++) {
            below += weight[level];
            belowSum += sum[level];
            double above = allWeight - below;
            if (below > 0 && above > 1e-9 * allWeight) {
                double aboveSum = allSum - belowSum;
                double gain = belowSum * belowSum / below + aboveSum * aboveSum / above;
                if (gain > best) {
                    best = gain;
                    cut = level;
                }
            }
        }
        return cut;
    }

    private int mean(Box box) {
        int mean = 0;
        for (int channel = 0; channel < 3; channel++) {
            double weight = 0;
            double sum = 0;
            for (int k = box.from; k < box.to; k++) {
                weight += weights[k];
                sum += weights[k] * channel(colours[k], channel);
            }
            mean = mean << 8 | (int) Math.round(sum / weight);
        }
        return mean;
    }

    static int channel(int colour, int channel) {
        return colour >>> 16 - 8 * channel & 0xFF;
    }
}
