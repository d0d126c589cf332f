package isotopy.export;

import static isotopy.export.CodecLibrary.checked;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Writes packets into an MP4 or WebM file. Holds native memory and the open file until it is closed. For one thread.
///
/// No time, no chance and no version of a library goes into the file. An MP4 ends with its index moved to the front, so
/// that a film from the web plays before all of it is there.
final class FilmFile implements AutoCloseable {
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVIOContext file = new AVIOContext(null);
    private final AVRational frame;
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();
    private final String writing;
    private long frames;

    /// Begins a file for what `encoder` and others of its kind make. The comment is written as it is; messages
    /// name the file `shown`.
    ///
    /// Throws: `IOException` when the file cannot be written.
    FilmFile(Path target, Path shown, Encoding encoding, FrameEncoder encoder, int rate, Optional<String> comment)
            throws IOException {
        writing = "write '" + shown + "'";
        frame = av_make_q(1, rate);
        checked(avformat_alloc_output_context2(container, null, encoding.container(), target.toString()), writing);
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        stream = avformat_new_stream(container, null);
        try {
            stream.time_base(frame).avg_frame_rate(av_make_q(rate, 1)).r_frame_rate(av_make_q(rate, 1));
            encoder.describe(stream.codecpar());
            comment.ifPresent(text -> {
                var tags = new AVDictionary(null);
                av_dict_set(tags, "comment", text, 0);
                container.metadata(tags);
            });
            if (encoding.transparent()) {
                var tags = new AVDictionary(null);
                av_dict_set(tags, "alpha_mode", "1", 0);
                stream.metadata(tags);
            }
            checked(avio_open(file, target.toString(), AVIO_FLAG_WRITE), writing);
            container.pb(file);
            var settings = new AVDictionary(null);
            if (encoding == Encoding.H264) {
                av_dict_set(settings, "movflags", "+faststart", 0);
                // Thousandths of a second, the usual scale, cut the film's length short.
                av_dict_set(settings, "movie_timescale", String.valueOf(1000 * rate), 0);
            }
            int begun = avformat_write_header(container, settings);
            av_dict_free(settings);
            checked(begun, writing);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Adds a piece of the film behind those before it.
    void add(List<Packet> piece) throws IOException {
        for (var part : piece) {
            write(part);
        }
        frames += piece.stream().mapToLong(Packet::shown).max().orElse(-1) + 1;
    }

    private void write(Packet part) throws IOException {
        checked(av_new_packet(packet, part.data().length), writing);
        packet.data().put(part.data());
        if (part.alpha().length > 0) {
            av_packet_new_side_data(packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, part.alpha().length)
                    .put(part.alpha());
        }
        packet.pts(frames + part.shown()).dts(frames + part.decoded()).duration(1);
        packet.flags(part.key() ? AV_PKT_FLAG_KEY : 0);
        av_packet_rescale_ts(packet, frame, stream.time_base());
        packet.stream_index(stream.index());
        int written = av_write_frame(container, packet);
        av_packet_unref(packet);
        checked(written, writing);
        checked(file.error(), writing);
    }

    /// Ends the file: it is whole then.
    void finish() throws IOException {
        checked(av_write_trailer(container), writing);
        checked(file.error(), writing);
        int closed = avio_closep(file);
        container.pb(null);
        checked(closed, writing);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avio_closep(file);
        avformat_free_context(container);
    }
}
