package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.it.house.OnTheServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A page of a browser for each test, with no memory of the one before. Where there is no browser, the tests are skipped and say so. */
@RunAsClient
abstract class InTheBrowser extends OnTheServer {
    private static Optional<MachineBrowser> browser = Optional.empty();

    private Optional<BrowserContext> context = Optional.empty();

    private final List<String> complaints = new ArrayList<>();

    /** Ours in this test. */
    protected Page page;

    @BeforeAll
    static void startBrowser() {
        browser = MachineBrowser.start();
    }

    @AfterAll
    static void stopBrowser() {
        browser.ifPresent(MachineBrowser::close);
        browser = Optional.empty();
    }

    /** Skipped here, test by test: a class skipped as a whole is not counted by anybody. */
    @BeforeEach
    void openPage() {
        assumeTrue(browser.isPresent(), MachineBrowser.MISSING);
        BrowserContext opened = browser.orElseThrow().open(new Browser.NewContextOptions());
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

    /** What it complained about so far was asked for. */
    protected void forgetComplaints() {
        complaints.clear();
    }

    private void complain(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    /** A picture for whoever looks at the run. */
    protected void shot(String name) {
        MachineBrowser.picture(page, name);
    }
}
