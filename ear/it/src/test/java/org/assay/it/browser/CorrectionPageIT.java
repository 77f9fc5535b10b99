package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.csv;
import static org.assay.it.house.OverRest.fact;
import static org.assay.it.house.OverRest.file;
import static org.assay.it.house.OverRest.object;
import static org.assay.it.house.OverRest.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assay.kernel.ledger.Fact;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;

/** A trade that came late, from the line on Today to the second person's word. */
class CorrectionPageIT extends InTheBrowser {
    private static final String FUND = "ILL-PAGE";
    private static final int NIGHT_MILLIS = 120_000;

    @Test
    void a_late_trade_is_compared_and_approved_on_the_desk() throws Exception {
        FundPack inTime = new SmallFund(
                        FUND, 1_007, SmallFund.of(1_007).market(), LocalDate.of(2026, 5, 18), LocalDate.of(2026, 6, 5))
                .pack();
        Fact late = fact(inTime, "T-5");
        bring(without(inTime, late));
        int branch = object(file(FUND, "trades", "late.csv", csv(inTime, "trades", List.of(late))))
                .getInt("branch");
        String address = "correction.xhtml?fund=%s&branch=%s".formatted(FUND, Integer.toString(branch));

        enter(OPERATOR, OPERATOR_PASSWORD);
        awaitReview(address);
        assertThat(page.locator("[id='decision:approve']")).hasCount(0);
        assertThat(page.locator("#decision")).containsText("so somebody else must approve it");
        page.context().clearCookies();

        enter(APPROVER, APPROVER_PASSWORD);
        assertThat(page.locator("[id='needs']")).containsText("trades arrived late: late.csv");
        open("corrections.xhtml");
        page.locator("[id='open'] a[href*='" + FUND + "'].button").click();
        assertThat(page.locator("h1")).containsText("correction from");
        int changed = page.locator("[id='list:compared'] tbody tr").count();
        assertThat(changed).isPositive();
        shot("correction");
        page.locator("[id='decision:approve']").click();
        assertThat(page.locator("#decision")).containsText("Say why");
        page.locator("[id='decision:reason']").fill("the broker's note was seen");
        page.locator("[id='decision:approve']").dblclick();
        assertThat(page.locator("h1")).containsText("Approved");
        assertThat(page.locator("#decision")).containsText("the broker's note was seen");
        assertThat(page.locator("#decision")).not().containsText("Not approved");
        assertThat(array("api/funds/" + FUND + "/branches").getJsonObject(0).getString("status"))
                .isEqualTo("Approved");

        open("audit.xhtml?fund=" + FUND + "&act=DECIDED");
        assertThat(page.locator("[id='events'] tbody tr")).hasCount(1);
        assertThat(page.locator("[id='events']")).containsText("the broker's note was seen");
        shot("audit");
        open("night.xhtml");
        assertThat(page.locator("[id='cycles']")).containsText("1 of 1");
        shot("night");
    }

    @Test
    void what_is_no_correction_is_not_there() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        var answer = page.request()
                .get(address().resolve("correction.xhtml?fund=NOBODY&branch=x").toString());
        assertThat(answer.status()).isEqualTo(404);
    }

    /** The night strikes the branch; the page is asked until it says so. */
    private void awaitReview(String address) throws InterruptedException {
        long until = System.nanoTime() + NIGHT_MILLIS * 1_000_000L;
        do {
            Thread.sleep(500);
            open(address);
        } while (!page.locator("h1").innerText().contains("Review") && System.nanoTime() < until);
        assertThat(page.locator("h1")).containsText("Review");
    }
}
