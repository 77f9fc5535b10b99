package org.assay.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser of this machine; nothing is fetched. */
public final class MachineBrowser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** What to say where there is none. */
    public static final String MISSING =
            "No browser on the PATH (" + String.join(", ", NAMES) + "): install one to run the tests in the browser.";

    /** No sandbox, because the gate may be root; the rest keeps the browser from calling home. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The docs hold none that is larger. */
    private static final int LARGEST_PICTURE = 200_000;

    /** How long a page may take to say what is expected of it: a machine that does more than one thing is slow. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private MachineBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Optional<MachineBrowser> start() {
        return program().map(program -> {
            var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            Playwright playwright = Playwright.create(options);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var launch =
                    new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS);
            return new MachineBrowser(playwright, playwright.chromium().launch(launch));
        });
    }

    /** A browser with no memory of any other; closed by who opened it. */
    public BrowserContext open(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** A picture for whoever looks at the run; {@code -Dassay.pictures=docs/pictures} puts it into the docs. */
    public static void picture(Page page, String name) {
        Path file = Path.of(
                System.getProperty("assay.root"),
                System.getProperty("assay.pictures", "ear/it/target/pictures"),
                name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        boolean isForTheDocs = System.getProperties().containsKey("assay.pictures");
        try {
            if (isForTheDocs && Files.size(file) > LARGEST_PICTURE) {
                throw new AssertionError("%s has %s bytes; expected at most %s"
                        .formatted(file, Long.toString(Files.size(file)), Integer.toString(LARGEST_PICTURE)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
