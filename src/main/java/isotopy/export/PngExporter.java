package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a picture as PNG: without an alpha channel where its page is opaque.
public record PngExporter(Picture picture, Optional<Provenance> provenance) implements Exporter {
    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        if (!progress.reached(0, 1)) {
            return false;
        }
        var raster = picture.raster();
        Replacement.write(target, stream -> {
            try (var image = new MemoryCacheImageOutputStream(stream)) {
                write(written(raster), image);
            }
        });
        progress.reached(1, 1);
        return true;
    }

    private void write(BufferedImage image, ImageOutputStream into) throws IOException {
        var writers = ImageIO.getImageWritersByFormatName("png");
        if (!writers.hasNext()) {
            throw new IOException("this Java cannot write PNG files");
        }
        var writer = writers.next();
        try {
            var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            if (provenance.isPresent()) {
                metadata.mergeTree(
                        "javax_imageio_png_1.0", text(provenance.get().text()));
            }
            writer.setOutput(into);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    /// The tree that makes an uncompressed chunk iTXt.
    private static IIOMetadataNode text(String text) {
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "isotopy");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", text);
        var chunk = new IIOMetadataNode("iTXt");
        chunk.appendChild(entry);
        var root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(chunk);
        return root;
    }

    private BufferedImage written(Raster raster) {
        boolean opaque = picture.figure().background() >>> 24 == 0xFF;
        if (!opaque) {
            var straight = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
            straight.createGraphics().drawImage(raster.image(), 0, 0, null);
            return straight;
        }
        // the same pixels, read without their alpha, which is 255 everywhere
        var pixels = java.awt.image.Raster.createPackedRaster(
                new DataBufferInt(raster.pixels(), raster.pixels().length),
                raster.width(),
                raster.height(),
                raster.width(),
                new int[] {0xFF0000, 0xFF00, 0xFF},
                null);
        return new BufferedImage(new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF), pixels, false, null);
    }
}
