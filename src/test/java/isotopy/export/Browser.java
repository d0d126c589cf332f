package isotopy.export;

import isotopy.Readers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window that opens pages, spoken to through its DevTools protocol. Everything it waits for has
/// an end; what pages complain about and what they ask of the network is kept.
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Process process;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    /// Starts it; without Chromium the test is left out.
    Browser() throws Exception {
        var program = Readers.program("chromium");
        home = Files.createTempDirectory("isotopy-browser");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + home,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
        try {
            socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(page(port())), new Ear())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (var domain : List.of("Page", "Runtime", "Network", "Log")) {
                call(domain + ".enable", Map.of());
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /// The port that it has chosen, as it writes it down.
    private int port() throws Exception {
        var file = home.resolve("DevToolsActivePort");
        for (int k = 0; k < PATIENCE.toMillis() / 50; k++) {
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return Integer.parseInt(lines.getFirst().strip());
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("Chromium did not start: " + Files.readString(home.resolve("log.txt")));
    }

    /// Where its one page is spoken to.
    private String page(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .timeout(PATIENCE)
                .build();
        var list = JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        for (var page : list) {
            if (page.path("type").asString().equals("page")) {
                return page.path("webSocketDebuggerUrl").asString();
            }
        }
        throw new IOException("Chromium has no page: " + list);
    }

    /// Opens a file in a window of that size and waits until it is loaded.
    void open(Path file, String hash, int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 600));
        loaded = new CompletableFuture<>();
        // an address that differs in its hash only would not be loaded anew
        call("Page.navigate", Map.of("url", "about:blank"));
        loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", file.toUri() + hash));
        loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The value of an expression in the page.
    JsonNode value(String expression) throws Exception {
        var answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException("the page failed: " + answer);
        }
        return answer.path("result").path("value");
    }

    /// Waits until an expression is true, or says what it was.
    void until(String expression) throws Exception {
        for (int k = 0; k < PATIENCE.toMillis() / 50; k++) {
            if (value(expression).asBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("this did not become true: " + expression);
    }

    /// Moves the pointer to a place of the window.
    void point(double x, double y) throws Exception {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /// Presses a key and lets it go.
    void press(String key, String code, int number) throws Exception {
        for (var type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", code, "windowsVirtualKeyCode", number));
        }
    }

    /// Opens pages as a system does whose user wants rest.
    void rest(boolean wanted) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of(
                                "name", "prefers-reduced-motion", "value", wanted ? "reduce" : "no-preference"))));
    }

    byte[] picture() throws Exception {
        var size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        var clip = Map.of(
                "x", 0,
                "y", 0,
                "width", size.path("width").asDouble(),
                "height", size.path("height").asDouble(),
                "scale", 1);
        var answer =
                call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /// Errors and warnings of the pages so far.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// The addresses that were asked for.
    List<String> requests() {
        return List.copyOf(requests);
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = last.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        awaited.put(id, answer);
        var text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(text, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message.has("error")) {
            throw new IOException(method + ": " + message.path("error"));
        }
        return message.path("result");
    }

    private void heard(String text) {
        var message = JSON.readTree(text);
        if (message.has("id")) {
            var answer = awaited.remove(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        var parameters = message.path("params");
        switch (message.path("method").asString()) {
            case "Page.loadEventFired" -> loaded.complete(true);
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
                complaints.add(parameters.toString());
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asString());
            default -> {}
        }
    }

    /// Puts messages together that come in pieces.
    private final class Ear implements WebSocket.Listener {
        private final List<CharSequence> pieces = new ArrayList<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            pieces.add(text.toString());
            if (isLast) {
                var whole = String.join("", pieces);
                pieces.clear();
                heard(whole);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() throws IOException {
        // its own processes end with it
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // what still writes there is on its way out: the system's folder for such things keeps the rest
        }
    }
}
