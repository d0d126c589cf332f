package isotopy.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes the frames of a GIF: of each frame only the rectangle that changed, in it the unchanged pixels transparent.
/// Of a film that is itself see-through each frame is written whole and taken away before the next.
final class GifWriter implements AutoCloseable {
    private static final int TRANSPARENT = GifPalette.COLOURS;
    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";

    private final int width;
    private final int height;
    private final Shape shape;
    private final IndexColorModel model;
    private final ImageWriter writer;
    private final MemoryCacheImageOutputStream stream;
    private final byte[] before;
    private final Optional<String> comment;
    private boolean first = true;

    /// What a film is like; `plays` 0 is for ever.
    record Shape(int width, int height, int plays, boolean transparent) {}

    /// Begins a film on `into`, which stays open when this is closed; `comment` is printable ASCII.
    GifWriter(Shape shape, int[] palette, Optional<String> comment, OutputStream into) throws IOException {
        this.comment = comment;
        this.shape = shape;
        width = shape.width();
        height = shape.height();
        before = new byte[width * height];
        model = model(palette);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        stream = new MemoryCacheImageOutputStream(into);
        writer.setOutput(stream);
        writer.prepareWriteSequence(header());
    }

    private static IndexColorModel model(int[] palette) {
        var channels = new byte[3][256];
        for (int k = 0; k < palette.length; k++) {
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][k] = (byte) (palette[k] >>> 16 - 8 * channel);
            }
        }
        return new IndexColorModel(8, 256, channels[0], channels[1], channels[2], TRANSPARENT);
    }

    private IIOMetadata header() throws IOException {
        var metadata = writer.getDefaultStreamMetadata(null);
        var root = (IIOMetadataNode) metadata.getAsTree(STREAM_FORMAT);
        var screen = child(root, "LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(width));
        screen.setAttribute("logicalScreenHeight", Integer.toString(height));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        var table = new IIOMetadataNode("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", "256");
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int k = 0; k < 256; k++) {
            var entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(k));
            entry.setAttribute("red", Integer.toString(model.getRed(k)));
            entry.setAttribute("green", Integer.toString(model.getGreen(k)));
            entry.setAttribute("blue", Integer.toString(model.getBlue(k)));
            table.appendChild(entry);
        }
        root.appendChild(table);
        metadata.setFromTree(STREAM_FORMAT, root);
        return metadata;
    }

    /// Adds a frame that is shown for that long.
    ///
    /// Shapes: `indices` has width · height entries. Units: `hundredths` of a second.
    void write(byte[] indices, int hundredths) throws IOException {
        var changed = changed(indices);
        int left = changed[0];
        int top = changed[1];
        int columns = changed[2] - left;
        int rows = changed[3] - top;
        var image = new BufferedImage(model, model.createCompatibleWritableRaster(columns, rows), false, null);
        var data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = (top + row) * width + left + column;
                data[row * columns + column] = !whole() && indices[at] == before[at] ? (byte) TRANSPARENT : indices[at];
            }
        }
        writer.writeToSequence(new IIOImage(image, null, description(image, left, top, hundredths)), null);
        stream.flushBefore(stream.getStreamPosition()); // what is written need not be kept
        System.arraycopy(indices, 0, before, 0, before.length);
        first = false;
    }

    private boolean whole() {
        return first || shape.transparent();
    }

    /// Left, top, right and bottom of what differs from the frame before, at least one pixel.
    private int[] changed(byte[] indices) {
        if (whole()) {
            return new int[] {0, 0, width, height};
        }
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                if (indices[at] != before[at]) {
                    left = Math.min(left, column);
                    right = Math.max(right, column + 1);
                    top = Math.min(top, row);
                    bottom = row + 1;
                }
            }
        }
        return right == 0 ? new int[] {0, 0, 1, 1} : new int[] {left, top, right, bottom};
    }

    private IIOMetadata description(BufferedImage image, int left, int top, int hundredths) throws IOException {
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        var root = (IIOMetadataNode) metadata.getAsTree(IMAGE_FORMAT);
        var place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(left));
        place.setAttribute("imageTopPosition", Integer.toString(top));
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", shape.transparent() ? "restoreToBackgroundColor" : "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(TRANSPARENT));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first && shape.plays() != 1) {
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            int again = Math.max(0, shape.plays() - 1); // 0 is for ever; without this block once
            loop.setUserObject(new byte[] {1, (byte) again, (byte) (again >> 8)});
            child(root, "ApplicationExtensions").appendChild(loop);
            comment.ifPresent(text -> {
                var entry = new IIOMetadataNode("CommentExtension");
                entry.setAttribute("value", text);
                child(root, "CommentExtensions").appendChild(entry);
            });
        }
        metadata.setFromTree(IMAGE_FORMAT, root);
        return metadata;
    }

    /// The child node of that name, added where there is none.
    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int k = 0; k < root.getLength(); k++) {
            if (root.item(k).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(k);
            }
        }
        var child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }

    /// Writes the end of the film.
    void finish() throws IOException {
        writer.endWriteSequence();
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        stream.close();
    }
}
