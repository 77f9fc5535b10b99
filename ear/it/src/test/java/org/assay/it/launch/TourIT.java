package org.assay.it.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.it.browser.MachineBrowser;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The living demo as the README's first command starts it, and the README's tour of it, step by step. */
class TourIT {
    private static final String OPERATOR = "operator@demo";
    private static final String APPROVER = "approver@demo";
    private static final String LAST = "2026-06-30";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PATIENCE_SECONDS = 90;

    private final int port = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void what_waits_in_the_living_demo_is_found_and_decided() throws Exception {
        long begun = System.nanoTime();
        try (Launched running = Launched.start(
                folder.resolve("said.txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + port,
                        "assay.management.port=" + Ports.anyFree()),
                Map.of())) {
            running.awaitUp();
            System.out.printf(
                    "the living demo was up after %s s%n",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            tellsWhatWaits(running.said());
            Optional<MachineBrowser> browser = MachineBrowser.start();
            try {
                assumeTrue(browser.isPresent(), MachineBrowser.MISSING);
                tour(browser.orElseThrow());
            } finally {
                browser.ifPresent(MachineBrowser::close);
            }
        }
    }

    /** 365 + 252 + 252 days; of each fund three are left to sign, but the one that is held. */
    private static void tellsWhatWaits(String said) {
        assertThat(said).contains("struck 869 of 869, held 1", "signed 860 as " + APPROVER);
        assertThat(said.lines()
                        .dropWhile(line -> !line.startsWith("What waits"))
                        .filter(line -> line.startsWith("ILL-")))
                .hasSize(10)
                .anyMatch(line -> line.matches("ILL-TOKENS +2026-06-30 +Held +C36 ILL-WICK: no price of the day.*"))
                .anyMatch(line -> line.matches("ILL-CETF +2026-06-30 +Review +C20 ILL-CX-2026-08: moved from .*"))
                .anyMatch(line ->
                        line.matches("ILL-BALANCED +2026-06-30 +Review +C21 ILL-LODE: the price has not moved.*"))
                .anyMatch(line -> line.matches("ILL-BALANCED +2026-06-25 +Correction +trades arrived late.*"));
    }

    private void tour(MachineBrowser browser) throws IOException {
        var options = new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT);
        try (BrowserContext context = browser.open(options)) {
            Page page = context.newPage();
            enter(page, OPERATOR);
            assertThat(page.locator("#needs")).containsText("ILL-WICK");
            await(page, "#needs", "Correction");
            assertThat(page.locator("#needs")).containsText("Correction from 2026-06-25");
            MachineBrowser.picture(page, "tour-today");

            page.locator("#needs a:has-text('See the price')").click();
            assertThat(page.locator("#findings")).containsText("no price of the day");
            page.locator("[id='say:price']").fill("0.0871");
            page.locator("[id='say:reason']").fill("The venue was down at the valuation point");
            page.locator("[id='say:evidence']").fill("Two dealers at 16:00 New York, mails of A. Price");
            page.locator("[id='say:preview']").click();
            assertThat(page.locator("[id='say:effect']")).containsText("would go to review");
            page.locator("[id='say:effect']").scrollIntoViewIfNeeded();
            MachineBrowser.picture(page, "tour-price");
            page.locator("[id='say:propose']").click();
            assertThat(page.locator("#decide")).containsText("A second person decides");
            assertThat(page.locator("[id='say:accept']")).hasCount(0);

            open(page, "strike.xhtml?fund=ILL-TOKENS&date=" + LAST);
            assertThat(page.locator("#findings")).containsText("no price of the day");
            assertThat(page.locator("h1")).containsText("Held");
            MachineBrowser.picture(page, "tour-held");

            open(page, "strike.xhtml?fund=ILL-CETF&date=" + LAST);
            assertThat(page.locator("#findings")).containsText("accept it with evidence, or replace it");
            MachineBrowser.picture(page, "tour-odd-move");

            open(page, "strike.xhtml?fund=ILL-BALANCED&date=" + LAST);
            assertThat(page.locator("#findings")).containsText("the price has not moved since 2026-06-25");
        }
        try (BrowserContext context = browser.open(options)) {
            Page page = context.newPage();
            enter(page, APPROVER);
            clears(page);
            open(page, "today.xhtml");
            page.locator("#needs a:has-text('Compare and decide')").click();
            assertThat(page.locator("h1")).containsText("correction from 2026-06-25");
            MachineBrowser.picture(page, "tour-correction");
            page.locator("[id='decision:reason']").fill("The custodian's statement shows the purchase");
            page.locator("[id='decision:approve']").click();
            assertThat(page.locator("h1")).containsText("Approved");

            open(page, "strike.xhtml?fund=ILL-CETF&date=2026-06-26");
            page.locator("[id='approval:reason']").fill("Prices, margin and roll looked at");
            page.locator("[id='approval:sign']").click();
            assertThat(page.locator("#approval")).containsText("Approved by " + APPROVER);
            page.locator("#approve").scrollIntoViewIfNeeded();
            MachineBrowser.picture(page, "tour-approved");
            ordersReports(page);
        }
    }

    /** The night strikes its days, and makes its reports, beside everything else it does. */
    private static void await(Page page, String part, String text) {
        page.reload();
        for (int i = 0; i < PATIENCE_SECONDS && !page.locator(part).innerText().contains(text); i++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        assertThat(page.locator(part)).containsText(text);
    }

    /** What was published has its reports; those of two days more are ordered, and are made while one looks. */
    private void ordersReports(Page page) {
        open(page, "reports.xhtml?fund=ILL-TOKENS");
        for (String kind : List.of("NAV pack (PDF)", "Evidence (zip)")) {
            page.locator("[id='order:kinds'] label")
                    .filter(new Locator.FilterOptions().setHasText(kind))
                    .click();
        }
        page.locator("[id='order:first']").fill("2026-03-30");
        page.locator("[id='order:last']").fill("2026-03-31");
        page.locator("[id='order:send']").click();
        assertThat(page.locator("[id='order']")).containsText("Ordered");
        assertThat(page.locator("#orders")).containsText("2026-03-30 to 2026-03-31");
        assertThat(page.locator("#orders"))
                .containsText(
                        "4 of 4", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_SECONDS * 1_000));
        await(page, "#reports", "ILL-TOKENS_2026-06-30_v1_evidence.zip");
        page.locator("#more").scrollIntoViewIfNeeded();
        MachineBrowser.picture(page, "reports");
    }

    /** The second person accepts the price, and signs the days up to the one that was held: it is published. */
    private void clears(Page page) {
        open(page, "prices.xhtml");
        page.locator("[id='proposed'] a.open[href*='ILL-WICK']").click();
        page.locator("[id='say:word']").fill("Called one of the dealers");
        page.locator("[id='say:accept']").click();
        assertThat(page.locator("#decide")).containsText("attempt 2: review");
        for (String day : List.of("2026-06-28", "2026-06-29", LAST)) {
            open(page, "strike.xhtml?fund=ILL-TOKENS&date=" + day);
            page.locator("[id='approval:reason']").fill("Prices and why it moved looked at");
            page.locator("[id='approval:sign']").click();
            assertThat(page.locator("h1")).containsText("Published");
        }
    }

    private void enter(Page page, String name) throws IOException {
        open(page, "today.xhtml");
        page.locator("[id='login:name']").fill(name);
        page.locator("[id='login:password']").fill(Launched.password(folder.resolve("home"), name));
        page.locator("[id='login:enter']").click();
        page.waitForLoadState();
        assertThat(page.locator("h1")).hasText("Today");
    }

    private void open(Page page, String address) {
        page.navigate(URI.create("http://127.0.0.1:%s/assay/".formatted(Integer.toString(port)))
                .resolve(address)
                .toString());
    }
}
