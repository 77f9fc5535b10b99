package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.DemoFund.send;
import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assay.it.house.OverRest.AS_OPERATOR;
import static org.assay.it.house.OverRest.array;
import static org.assay.it.house.OverRest.bring;
import static org.assay.it.house.OverRest.object;
import static org.assay.it.house.OverRest.offline;
import static org.assay.it.house.OverRest.perShare;
import static org.assay.it.house.OverRest.strikes;
import static org.assay.it.house.OverRest.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.it.house.DemoFund.Sent;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.junit.jupiter.api.Test;

/**
 * A NAV that is held for want of a price: one person says the price, a second accepts it, it is struck again, sent back,
 * struck once more, signed by the second person and published.
 */
class HeldNavIT extends InTheBrowser {
    private static final String FUND = "ILL-CLEARED";
    private static final LocalDate LAST = LocalDate.of(2026, 6, 5);
    private static final String NAV = "strike.xhtml?fund=ILL-CLEARED&date=2026-06-05";
    private static final String MANUAL = "api/funds/ILL-CLEARED/manual-prices";

    @Test
    void a_held_nav_is_cleared_signed_and_published() throws Exception {
        FundPack whole = pack();
        Quote missing = whole.quotes().stream()
                .filter(quote ->
                        quote.instrument().equals("TAO") && quote.date().equals(LAST))
                .findFirst()
                .orElseThrow();
        List<Quote> quotes = new ArrayList<>(whole.quotes());
        quotes.remove(missing);
        bring(with(whole, whole.fund(), whole.facts(), quotes));
        String right = offline(whole, LAST).get(LAST);

        enter(OPERATOR, OPERATOR_PASSWORD);
        assertThat(page.locator("[id='needs']")).containsText("NAV 2026-06-05 is held. C36 TAO");
        open("prices.xhtml?fund=" + FUND);
        assertThat(page.locator("[id='exceptions'] tbody tr").first()).containsText("Missing");
        shot("prices");
        page.locator("[id='exceptions'] tbody tr").first().locator("a.open").click();
        sayThePrice(missing, right);
        assertThat(page.locator("[id='say:accept']")).hasCount(0);
        int proposal = array(MANUAL).getJsonObject(0).getInt("id");
        assertThat(array(MANUAL)).hasSize(1);
        assertThat(decide(proposal, AS_OPERATOR).statusCode()).isEqualTo(403);
        page.context().clearCookies();

        enter(APPROVER, APPROVER_PASSWORD);
        open("prices.xhtml");
        page.locator("[id='proposed'] a.open[href*='" + FUND + "']").click();
        acceptThePrice(right);
        page.locator("text=See the NAV").click();
        assertThat(page.locator("h1")).containsText("Review");
        page.locator("[id='approval:reason']").fill("the second dealer is missing");
        page.locator("[id='approval:return']").click();
        assertThat(page.locator("#approve")).containsText("Sent back by approver@demo");
        assertThat(page.locator("h1")).containsText("Held");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
        page.context().clearCookies();

        enter(OPERATOR, OPERATOR_PASSWORD);
        assertThat(page.locator("[id='needs']")).containsText("the second dealer is missing");
        open(NAV);
        page.locator("[id='again:strike']").dblclick();
        assertThat(page.locator("#approve")).containsText("Struck again, attempt 3");
        page.context().clearCookies();

        approveThoseBefore();
        enter(APPROVER, APPROVER_PASSWORD);
        open(NAV);
        page.locator("[id='approval:reason']").fill("both dealers seen");
        assertThat(page.locator("[id='approval:sign']")).hasText("Approve and publish NAV 2026-06-05");
        page.locator("[id='approval:sign']").dblclick();
        assertThat(page.locator("h1")).containsText("Published");
        assertThat(page.locator("#approve")).containsText("both dealers seen");
        assertThat(perShare(strikes(FUND)).get(LAST)).isEqualTo(right);
        assertThat(decide(proposal, AS_APPROVER).statusCode()).isEqualTo(409);
        assertThat(array("api/audit?fund=%s&limit=40".formatted(FUND)).stream()
                        .map(event -> event.asJsonObject().getString("act")))
                .contains("PRICE_PROPOSED", "PRICE_DECIDED", "SENT_BACK", "APPROVED");
    }

    private void sayThePrice(Quote missing, String right) {
        assertThat(page.locator("h1")).containsText("2026-06-05");
        assertThat(page.locator("[id='findings']")).containsText("C36");
        page.locator("[id='say:propose']").click();
        assertThat(page.locator("#decide")).containsText("Say why");
        page.locator("[id='say:price']").fill("12,5");
        page.locator("[id='say:reason']").fill("the venue was down at the valuation point");
        page.locator("[id='say:evidence']").fill("two dealers at 15:00, mails of A. Price");
        page.locator("[id='say:preview']").click();
        assertThat(page.locator("#decide")).containsText("a plain number such as 1234.5");
        page.locator("[id='say:price']").fill(missing.price().perUnit().toPlainString());
        page.locator("[id='say:file'] input[type=file], input[id='say:file']")
                .first()
                .setInputFiles(
                        new FilePayload("dealers.txt", "text/plain", "TAO at 15:00".getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='say:preview']").click();
        assertThat(page.locator("[id='say:effect']")).containsText(right);
        shot("price");
        page.locator("[id='say:propose']").dblclick();
        assertThat(page.locator("#decide")).containsText("A second person decides; nothing has changed yet.");
    }

    private void acceptThePrice(String right) {
        assertThat(page.locator("#decide")).containsText("dealers.txt");
        assertThat(page.locator("[id='say:all']")).containsText(right);
        page.locator("[id='say:accept']").click();
        assertThat(page.locator("#decide")).containsText("Say what you looked at");
        page.locator("[id='say:word']").fill("called the first dealer");
        shot("price-decide");
        page.locator("[id='say:accept']").dblclick();
        assertThat(page.locator("#decide")).containsText("attempt 2: review");
    }

    private static HttpResponse<String> decide(int proposal, Optional<String> as) throws Exception {
        return send(
                "%s/%s/acceptance".formatted(MANUAL, Integer.toString(proposal)),
                as,
                Optional.of(Sent.json("{\"reason\":\"seen\"}")));
    }

    private static void approveThoseBefore() throws Exception {
        for (JsonValue strike : strikes(FUND)) {
            JsonObject nav = strike.asJsonObject();
            if (!nav.getString("date").equals(LAST.toString())) {
                object(send(
                        "api/funds/%s/strikes/%s/approval".formatted(FUND, nav.getString("date")),
                        AS_APPROVER,
                        Optional.of(Sent.json(
                                "{\"result\":\"%s\",\"reason\":\"seen\"}".formatted(nav.getString("result"))))));
            }
        }
    }

    private static FundPack pack() {
        FundPack pack = new SmallFund(FUND, 1_007, SmallFund.of(1_007).market(), LocalDate.of(2026, 6, 1), LAST).pack();
        FundFile terms = FundTables.fund(FundTables.json(pack.fund()).replace("\"CARRY\"", "\"HOLD\""));
        return with(pack, terms, pack.facts(), pack.quotes());
    }
}
