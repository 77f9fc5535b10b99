package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.Test;

/** Facts that are entered, sent, and taken back at the desk: first what they would do, then the button that does it. */
class FactsIT extends InTheBrowser {
    private static final String FUND = "ILL-FACTS";
    private static final String TRADES = "facts.xhtml?fund=ILL-FACTS&kind=trades";

    @Test
    void a_trade_is_entered_shown_posted_and_cancelled() throws Exception {
        bring(new SmallFund(
                        FUND, 1_007, SmallFund.of(1_007).market(), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 5))
                .pack());
        enter(OPERATOR, OPERATOR_PASSWORD);
        open(TRADES);
        int there = page.locator("[id='facts'] tbody tr").count();
        assertThat(there).isPositive();
        page.locator("text=Enter a trade").click();

        fill("id", "DESK-1");
        fill("effective", "2026-06-03T10:00:00Z");
        fill("trade_date", "2026-06-03");
        fill("settle_date", "2026-06-03");
        choose("instrument", "TAO");
        choose("location", "VAULT");
        choose("side", "BUY");
        fill("quantity", "-1");
        fill("price", "240.5");
        page.locator("[id='capture:preview']").click();
        assertThat(page.locator("[data-cell='quantity']")).containsText("above 0");
        assertThat(page.locator("[id='capture:post']")).hasCount(0);
        assertThat(cell("price").inputValue()).isEqualTo("240.5");

        fill("quantity", "2");
        page.locator("[id='capture:preview']").click();
        Locator shown = page.locator("[id='capture:shown']");
        assertThat(shown).containsText("NAV 2026-06-03 is struck already");
        // 2 x 240.50
        assertThat(shown).containsText("481.00");
        shot("facts");
        page.locator("[id='capture:post']").dblclick();
        assertThat(shown).containsText("a correction from 2026-06-03 is open");
        assertThat(page.locator("[id='facts'] tbody tr")).hasCount(there + 1);
        assertThat(array("api/funds/" + FUND + "/branches")).hasSize(1);

        page.locator("[id='facts'] a[href*='act=cancel'][href*='DESK-1']").click();
        fill("effective", "2026-06-03T10:00:00Z");
        fill("reason", "entered twice");
        page.locator("[id='capture:preview']").click();
        assertThat(shown).containsText("No longer: ");
        assertThat(shown).containsText("481.00");
        page.locator("[id='capture:post']").click();
        assertThat(shown).containsText("Posted: 1 row");
        open(TRADES + "&id=DESK");
        assertThat(page.locator("[id='facts'] tbody tr")).hasCount(1);
        assertThat(page.locator("[id='facts']")).containsText("Cancelled");
        assertThat(page.locator("[id='facts']")).containsText("X-DESK-1");

        anAmendmentBeginsWithWhatIsThere();
        aFileIsRefusedByLine();
        page.context().clearCookies();
        enter(APPROVER, APPROVER_PASSWORD);
        open(TRADES);
        assertThat(page.locator("text=Enter a trade")).hasCount(0);
        open(TRADES + "&act=new");
        assertThat(page.locator("[id='capture:preview']")).hasCount(0);
    }

    private void anAmendmentBeginsWithWhatIsThere() {
        open(TRADES);
        Locator first =
                page.locator("[id='facts'] tbody tr:has(a:has-text('Amend'))").first();
        String id = first.locator("td").first().innerText().strip();
        first.locator("a:has-text('Amend')").click();
        assertThat(cell("id")).hasValue(id + "-2");
        assertThat(cell("corrects")).hasValue(id);
        assertThat(cell("quantity").inputValue()).isNotEmpty();
    }

    private void aFileIsRefusedByLine() {
        open(TRADES + "&act=import");
        page.locator("[id='capture:file'] input[type=file], input[id='capture:file']")
                .first()
                .setInputFiles(new FilePayload("late.csv", "text/csv", """
                        id,effective,source,trade_date,settle_date,instrument,location,side,quantity,price
                        F-1,2026-06-03T10:00:00Z,desk,2026-06-03,2026-06-03,NOTHING,VAULT,BUY,1,1
                        """.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='capture:preview']").click();
        assertThat(page.locator("[id='capture:refused']"))
                .containsText("facts/trades.csv, line 2, column instrument, value 'NOTHING'");
    }

    private Locator cell(String name) {
        return page.locator("[data-cell='" + name + "'] input");
    }

    private void fill(String name, String text) {
        cell(name).fill(text);
    }

    private void choose(String name, String value) {
        page.locator("[data-cell='" + name + "'] select").selectOption(value);
    }
}
