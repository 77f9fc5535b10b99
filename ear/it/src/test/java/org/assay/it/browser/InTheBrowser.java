package org.assay.it.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.it.house.OnTheServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A page of a browser for each test, with no memory of the one before.
 *
 * <p>The browser is the machine's own; nothing is fetched. Where there is none, the tests are skipped and say so.
 */
@RunAsClient
abstract class InTheBrowser extends OnTheServer {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** No sandbox, because the gate may be root; the rest keeps the browser from calling home. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();
    private Optional<BrowserContext> context = Optional.empty();

    /** Ours in this test. */
    protected Page page;

    @BeforeAll
    static void startBrowser() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return;
        }
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Optional.of(Playwright.create(options));
        browser = Optional.of(playwright
                .get()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(ARGUMENTS)));
    }

    @AfterAll
    static void stopBrowser() {
        browser.ifPresent(Browser::close);
        browser = Optional.empty();
        playwright.ifPresent(Playwright::close);
        playwright = Optional.empty();
    }

    /** Skipped here, test by test: a class skipped as a whole is not counted by anybody. */
    @BeforeEach
    void openPage() {
        assumeTrue(
                browser.isPresent(),
                "No browser on the PATH (" + String.join(", ", NAMES)
                        + "): install one to run the tests in the browser.");
        var opened = browser.orElseThrow().newContext();
        context = Optional.of(opened);
        page = opened.newPage();
    }

    @AfterEach
    void closePage() {
        context.ifPresent(BrowserContext::close);
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
