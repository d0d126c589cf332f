package isotopy.export;

import static isotopy.export.CodecLibrary.checked;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.SizeTPointer;

/// Turns the frames of one piece of a film into packets, the first of which is a key frame. Holds native memory until
/// it is closed. For one thread.
final class FrameEncoder implements AutoCloseable {
    private final Encoding encoding;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final List<Packet> packets = new ArrayList<>();
    private long frames;

    /// Units: rate is in frames a second.
    ///
    /// Throws: `IOException` when the codec refuses such frames.
    FrameEncoder(Encoding encoding, int width, int height, int rate) throws IOException {
        this.encoding = encoding;
        var codec = avcodec_find_encoder_by_name(encoding.encoder());
        if (Pointer.isNull(codec)) {
            throw new IOException("cannot encode the film: this codec library has no " + encoding.encoder());
        }
        context = avcodec_alloc_context3(codec);
        frame = av_frame_alloc();
        packet = av_packet_alloc();
        try {
            int format = encoding.transparent() ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P;
            context.width(width).height(height).pix_fmt(format);
            context.time_base(av_make_q(1, rate)).framerate(av_make_q(rate, 1));
            context.gop_size(Encoding.LONGEST_PIECE).max_b_frames(0).thread_count(1);
            context.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
            context.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
            context.sample_aspect_ratio(av_make_q(1, 1));
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
            var settings = new AVDictionary(null);
            encoding.settings().forEach((name, value) -> av_dict_set(settings, name, value, 0));
            int opened = avcodec_open2(context, codec, settings);
            av_dict_free(settings);
            checked(opened, "encode a film of " + width + " × " + height + " pixels");
            frame.width(width).height(height).format(format);
            frame.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
            frame.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
            checked(av_frame_get_buffer(frame, 0), "encode the film");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Overwrites the description of a stream by that of this encoder's.
    void describe(AVCodecParameters into) throws IOException {
        checked(avcodec_parameters_from_context(into, context), "describe the film");
    }

    /// Adds a frame.
    void add(Yuv picture) throws IOException {
        checked(av_frame_make_writable(frame), "encode the film");
        fill(0, picture.y, picture.width);
        fill(1, picture.cb, picture.width / 2);
        fill(2, picture.cr, picture.width / 2);
        if (encoding.transparent()) {
            fill(3, picture.alpha, picture.width);
        }
        frame.pts(frames++);
        checked(avcodec_send_frame(context, frame), "encode the film");
        receive();
    }

    /// All packets, when no frame comes any more.
    List<Packet> finish() throws IOException {
        checked(avcodec_send_frame(context, null), "encode the film");
        receive();
        return List.copyOf(packets);
    }

    private void fill(int plane, byte[] values, int width) {
        int stride = frame.linesize(plane);
        int rows = values.length / width;
        var into = bytes(frame.data(plane), (long) stride * rows);
        for (int row = 0; row < rows; row++) {
            into.put(row * stride, values, row * width, width);
        }
    }

    private void receive() throws IOException {
        int result = avcodec_receive_packet(context, packet);
        while (result >= 0) {
            var size = new SizeTPointer(1);
            var side = av_packet_get_side_data(packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, size);
            packets.add(new Packet(
                    copy(bytes(packet.data(), packet.size())),
                    Pointer.isNull(side) ? new byte[0] : copy(bytes(side, size.get())),
                    packet.pts(),
                    packet.dts(),
                    (packet.flags() & AV_PKT_FLAG_KEY) != 0));
            size.close();
            av_packet_unref(packet);
            result = avcodec_receive_packet(context, packet);
        }
        if (result != AVERROR_EAGAIN() && result != AVERROR_EOF()) {
            checked(result, "encode the film");
        }
    }

    static ByteBuffer bytes(BytePointer pointer, long size) {
        return pointer.capacity(size).asByteBuffer();
    }

    private static byte[] copy(ByteBuffer from) {
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
