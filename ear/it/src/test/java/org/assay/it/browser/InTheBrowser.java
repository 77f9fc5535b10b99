package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final List<String> complaints = new ArrayList<>();

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
        complaints.clear();
        page.onConsoleMessage(this::complain);
        page.onPageError(complaints::add);
    }

    /** What a browser has to complain about is a fault, whatever the page looks like. */
    @AfterEach
    void nothing_was_complained_about() {
        assertThat(complaints).isEmpty();
    }

    @AfterEach
    void closePage() {
        context.ifPresent(BrowserContext::close);
    }

    /** Signs in, and stands on Today. */
    protected void enter(String name, String password) {
        open("today.xhtml");
        signIn(name, password);
        assertThat(page.locator("h1")).hasText("Today");
    }

    protected void signIn(String name, String password) {
        page.locator("[id='login:name']").fill(name);
        page.locator("[id='login:password']").fill(password);
        page.locator("[id='login:enter']").click();
        page.waitForLoadState();
    }

    protected void open(String address) {
        page.navigate(address().resolve(address).toString());
    }

    private void complain(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    /** A picture for whoever looks at the run. */
    protected void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("assay.root"), "ear/it/target/pictures", name + ".png")));
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
