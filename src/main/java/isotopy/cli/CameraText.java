package isotopy.cli;

import isotopy.figure.Camera;
import isotopy.figure.CameraWork;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A camera as it is written on the command line: `following`, `x1,x2,span`, or keys of a film such as
/// `0:0,0,3;1:0.2,0,1.5`, each with yaw and pitch after the span where they matter.
final class CameraText {
    private static final Range PLACE = Range.real("place", -1e9, 1e9, "a coordinate");
    private static final Range SPAN = Range.real("span", 1e-9, 1e9, "what the smaller side shows");
    private static final Range ANGLE = Range.real("angle", -3600, 3600, "degrees");
    private static final Range SHARE = Range.real("share", 0, 1, "a share of the film");
    private static final String USE =
            "it is following, or x1,x2,span, or keys such as 0:0,0,3;1:0.2,0,1.5, each with yaw,pitch where they turn";

    private CameraText() {}

    /// Throws: `Failure` for a wrong call.
    static CameraWork of(String text) {
        if (text.strip().equals("following")) {
            return new CameraWork.Following();
        }
        var parts = text.split(";", -1);
        var keys = new ArrayList<CameraWork.Key>();
        for (var part : parts) {
            int colon = part.indexOf(':');
            if (colon < 0 && parts.length > 1) {
                throw wrong(text);
            }
            double share = colon < 0 ? 0 : Numbers.within("--camera", SHARE, part.substring(0, colon), 0);
            keys.add(key(text, share, part.substring(colon + 1).split(",", -1)));
        }
        return Refused.by("--camera", () -> new CameraWork.Keyed(List.copyOf(keys)));
    }

    private static CameraWork.Key key(String text, double share, String[] words) {
        if (words.length != 3 && words.length != 5) {
            throw wrong(text);
        }
        var camera = new Camera(number(PLACE, words[0]), number(PLACE, words[1]), number(SPAN, words[2]));
        Optional<CameraWork.Turn> turn = words.length == 3
                ? Optional.empty()
                : Optional.of(new CameraWork.Turn(number(ANGLE, words[3]), number(ANGLE, words[4])));
        return new CameraWork.Key(share, camera, turn);
    }

    private static double number(Range range, String word) {
        return Numbers.within("--camera", range, word, 0);
    }

    private static Failure wrong(String text) {
        return Failure.wrongCall("--camera " + text + ": " + USE);
    }
}
