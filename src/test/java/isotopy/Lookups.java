package isotopy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Notes every name of a host that anything in this Java machine asks for, and asks on as before. The tests' class path
/// names it as the machine's own way to do so.
public final class Lookups extends InetAddressResolverProvider {
    private static final List<String> NAMES = new CopyOnWriteArrayList<>();

    /// The names that were asked for so far.
    public static List<String> names() {
        return List.copyOf(NAMES);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var inner = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                NAMES.add(host + " " + asker());
                return inner.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                NAMES.add(List.of(address).toString());
                return inner.lookupByAddress(address);
            }
        };
    }

    /// Whose code asked.
    private static String asker() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith("java.net.")
                                && !frame.getClassName().startsWith("isotopy.Lookups"))
                        .limit(8)
                        .map(StackWalker.StackFrame::toString)
                        .toList()
                        .toString());
    }

    @Override
    public String name() {
        return "notes";
    }
}
