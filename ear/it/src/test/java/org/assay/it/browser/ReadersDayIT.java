package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.AUDITOR;
import static org.assay.it.house.DemoFund.COMPLIANCE;
import static org.assay.it.house.DemoFund.OTHERS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of those who read: they come from Today to the bottom of things, and nothing that acts is shown to them. */
class ReadersDayIT extends InTheBrowser {
    private static final String DAY = "2026-05-29";
    private static final String NAV = "strike.xhtml?fund=%s&date=%s".formatted(DemoFund.ID, DAY);
    private static final List<String> ACTS = List.of(
            "[id='approval:sign']",
            "[id='again:again']",
            "[id='say:propose']",
            "[id='capture:preview']",
            "[id='change:send']",
            "[id='decide:agree']");

    @BeforeEach
    void strike() throws IOException, InterruptedException {
        DemoFund.struck();
    }

    @ParameterizedTest(name = "{0} wide, {1}")
    @CsvSource({"1280,LIGHT", "1920,DARK"})
    void an_auditor_goes_from_today_to_a_fact_and_takes_the_pack(int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        enter(AUDITOR, OTHERS_PASSWORD);
        page.locator("[id='funds'] a[href*='fund.xhtml']").first().click();
        open(NAV);
        page.locator("a[data-figure='nav_per_share:A']").first().click();
        assertThat(page.locator(".ui-treenode").first()).containsText("net assets / shares");
        page.keyboard().press("Escape");
        Locator reports = page.locator("a[href^='report?']");
        assertThat(reports.allInnerTexts()).contains("NAV pack (PDF)", "NAV workbook (Excel)", "Evidence (zip)");
        for (Locator report : reports.all()) {
            APIResponse file = page.request()
                    .get(address().resolve(report.getAttribute("href")).toString());
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).hasSizeGreaterThan(10_000);
        }
        page.locator("nav a[href^='audit.xhtml']").click();
        page.locator("select[name='act']").selectOption("STRUCK");
        page.locator("form.filters button").click();
        assertThat(page.locator("[id='events'] tbody tr").first()).containsText("Struck");
        page.locator("details:has([id='heads']) > summary").click();
        assertThat(page.locator("[id='heads'] tbody tr").first()).isVisible();
        nothingActs();
    }

    @Test
    void compliance_reads_controls_prices_terms_and_who_was_let_in() {
        enter(COMPLIANCE, OTHERS_PASSWORD);
        open(NAV);
        assertThat(page.locator("main")).containsText("C11");
        page.locator("nav a[href^='prices.xhtml']").click();
        assertThat(page.locator("h1")).hasText("Prices");
        page.locator("nav a[href^='terms.xhtml']").click();
        page.locator("form.filters button").first().click();
        assertThat(page.locator("[id='terms']")).containsText("Valuation point");
        open("audit.xhtml?act=RIGHT_DECIDED");
        assertThat(page.locator("[id='events']")).containsText("Granted");
        nothingActs();
    }

    private void nothingActs() {
        for (String each : List.of(
                NAV,
                "price.xhtml?fund=%s&date=%s&instrument=AKT".formatted(DemoFund.ID, DAY),
                "facts.xhtml?fund=%s&kind=trades&act=new".formatted(DemoFund.ID),
                "terms.xhtml?fund=%s&act=tokens".formatted(DemoFund.ID))) {
            open(each);
            ACTS.forEach(act -> assertThat(page.locator(act)).hasCount(0));
        }
    }
}
