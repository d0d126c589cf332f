package isotopy.export;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/// Decodes a film with the decoders of the codec library.
final class FilmReader {
    /// The planes of a frame.
    record Frame(int width, int height, byte[] y, byte[] alpha) {}

    private FilmReader() {}

    static List<Frame> read(Path file) {
        CodecLibrary.absence().ifPresent(absence -> {
            throw new IllegalStateException(absence);
        });
        var container = new AVFormatContext(null);
        check(avformat_open_input(container, file.toString(), null, null));
        check(avformat_find_stream_info(container, (PointerPointer<?>) null));
        var described = container.streams(0).codecpar();
        // The decoder that ffmpeg takes by itself leaves alpha out.
        var decoder = described.codec_id() == AV_CODEC_ID_VP9
                ? avcodec_find_decoder_by_name("libvpx-vp9")
                : avcodec_find_decoder(described.codec_id());
        var context = avcodec_alloc_context3(decoder);
        check(avcodec_parameters_to_context(context, described));
        check(avcodec_open2(context, decoder, (AVDictionary) null));
        var frames = new ArrayList<Frame>();
        var packet = av_packet_alloc();
        var frame = av_frame_alloc();
        boolean more = true;
        while (more) {
            more = av_read_frame(container, packet) >= 0;
            check(avcodec_send_packet(context, more ? packet : null));
            av_packet_unref(packet);
            while (avcodec_receive_frame(context, frame) >= 0) {
                boolean transparent = frame.format() == AV_PIX_FMT_YUVA420P;
                frames.add(new Frame(
                        frame.width(), frame.height(), plane(frame, 0), transparent ? plane(frame, 3) : new byte[0]));
            }
        }
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
        avformat_close_input(container);
        return frames;
    }

    private static byte[] plane(AVFrame frame, int plane) {
        var bytes = new byte[frame.width() * frame.height()];
        for (int row = 0; row < frame.height(); row++) {
            frame.data(plane)
                    .position((long) row * frame.linesize(plane))
                    .get(bytes, row * frame.width(), frame.width());
        }
        return bytes;
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("the film cannot be read: " + result);
        }
    }
}
