package dev.lockjaw.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window, for tests that look at a page as its reader does. Spoken to in the
 * DevTools protocol, of which this needs so little that a driver isn't worth a dependency.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 60;
  private static final long GRACE_SECONDS = 10;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final Process process;
  private final WebSocket socket;
  private String session;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** Starts one, if there is one. */
  public static Optional<Chromium> start(Path profile) throws IOException {
    Optional<Path> found = find();
    return found.isPresent() ? Optional.of(start(found.get(), profile)) : Optional.empty();
  }

  private static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .start();
    try {
      Chromium chromium = new Chromium(process, address(process));
      chromium.begin();
      return chromium;
    } catch (IOException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Reads what it says until it has said where it listens, and the rest for nobody. */
  private static URI address(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread drain = new Thread(() -> said.lines().forEach(rest -> {}), "chromium-output");
        drain.setDaemon(true);
        drain.start();
        return URI.create(address.group(1));
      }
      lines.add(line);
    }
    throw new IOException("Chromium did not start:\n" + String.join("\n", lines));
  }

  private void begin() {
    String target = call("Target.createTarget", "url", "about:blank").get("targetId").asText();
    session =
        call("Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .asText();
    List.of("Page", "Runtime", "Log", "Network").forEach(domain -> call(domain + ".enable"));
  }

  /** Opens a page anew, and waits until it is loaded. */
  public void open(URI page) {
    call("Page.navigate", "url", "about:blank");
    complaints.clear();
    requests.clear();
    call("Page.navigate", "url", page.toString());
    evaluate(
        "new Promise((done) => document.readyState === 'complete' ? done()"
            + " : addEventListener('load', done))");
  }

  /** The value of a JavaScript expression; of a promise, once it is kept. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            "expression",
            expression,
            "returnByValue",
            true,
            "awaitPromise",
            true,
            "userGesture",
            true);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until a JavaScript condition holds. */
  public void await(String condition) {
    evaluate(
        "new Promise((done) => { const look = () => ("
            + condition
            + ") ? done() :"
            + " requestAnimationFrame(look); look(); })");
  }

  /** Presses and releases a key, such as {@code Enter} or {@code Tab}. */
  public void press(String key, int code) {
    String text = key.equals("Enter") ? "\r" : "";
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          "type",
          type,
          "key",
          key,
          "code",
          key,
          "windowsVirtualKeyCode",
          code,
          "text",
          type.equals("keyDown") ? text : "");
    }
  }

  /** Makes the page as wide as that, in pixels. */
  public void width(int pixels) {
    call(
        "Emulation.setDeviceMetricsOverride",
        "width",
        pixels,
        "height",
        900,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
  }

  /** Lets pages read what they have copied. */
  public void allowClipboard() {
    call("Browser.grantPermissions", "permissions", List.of("clipboardReadWrite"));
  }

  /** Errors and warnings of the page since it was opened. */
  public List<String> complaints() {
    return complaints;
  }

  /** What was loaded since the page was opened, itself included. */
  public List<String> requests() {
    return requests;
  }

  private JsonNode call(String method, Object... parameters) {
    int id = calls.incrementAndGet();
    ObjectNode json = mapper.createObjectNode().put("id", id).put("method", method);
    if (session != null && !method.startsWith("Browser.")) {
      json.put("sessionId", session);
    }
    ObjectNode given = json.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      given.set((String) parameters[i], mapper.valueToTree(parameters[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(json.toString(), true).join();
    try {
      JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message.has("error")) {
        throw new AssertionError(method + ": " + message.get("error"));
      }
      return message.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(method + " had no answer", failed);
    }
  }

  /** Hears answers and events. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        String whole = message.toString();
        message.setLength(0);
        try {
          hear(mapper.readTree(whole));
        } catch (IOException noJson) {
          complaints.add("Chromium said " + whole);
        }
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }

    private void hear(JsonNode heard) {
      if (heard.has("id")) {
        answers.remove(heard.get("id").asInt()).complete(heard);
        return;
      }
      JsonNode event = heard.path("params");
      switch (heard.path("method").asText()) {
        case "Runtime.exceptionThrown" -> complaints.add(event.toString());
        case "Log.entryAdded" -> complaints.add(event.path("entry").path("text").asText());
        case "Runtime.consoleAPICalled" -> complaints.add(event.path("args").toString());
        case "Network.requestWillBeSent" ->
            requests.add(event.path("request").path("url").asText());
        default -> {} // of no interest
      }
    }
  }

  /** Returns once all its processes have ended, so that the profile can be deleted. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    process.destroy();
    for (ProcessHandle one : all) {
      one.onExit()
          .completeOnTimeout(one, GRACE_SECONDS, TimeUnit.SECONDS)
          .thenAccept(ProcessHandle::destroyForcibly)
          .join();
      one.onExit().join();
    }
  }
}
