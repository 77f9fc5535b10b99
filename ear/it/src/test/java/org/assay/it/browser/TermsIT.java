package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.DemoFund.basic;
import static org.assay.it.house.DemoFund.send;
import static org.assay.it.house.OverRest.bring;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.it.house.DemoFund.Sent;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.Test;

/** What a fund stands on is changed by two people, from a day that is not struck yet. */
class TermsIT extends InTheBrowser {
    private static final String FUND = "ILL-TERMS";
    private static final String PAGE = "terms.xhtml?fund=" + FUND;
    private static final String API = "api/funds/ILL-TERMS/amendments";

    @Test
    void a_fee_is_asked_for_shown_agreed_to_and_counts_from_its_day() throws Exception {
        bring(new SmallFund(
                        FUND, 1_011, SmallFund.of(1_011).market(), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 5))
                .pack());
        enter(OPERATOR, OPERATOR_PASSWORD);
        open(PAGE);
        assertThat(page.locator("[id='decided']")).containsText("These are the terms the fund came with.");
        page.locator("select[name='act']").selectOption("management_fee");
        page.locator("text=Ask for a change").last().click();

        choose("class", "A");
        fill("from", "2026-06-03");
        fill("rate_per_year", "2 %");
        choose("day_count", "ACT/365");
        page.locator("[id='change:send']").click();
        assertThat(page.locator("[id='change:refused']")).containsText("expected why, and where it is agreed");
        fillReason();
        page.locator("[id='change:send']").click();
        assertThat(page.locator("[data-cell='rate_per_year']")).containsText("a plain number such as 1234.5");
        fill("rate_per_year", "0.02");
        page.locator("[id='change:send']").click();
        assertThat(page.locator("[id='change:refused']")).containsText("a day after 2026-06-");

        fill("from", "2026-06-08");
        page.locator("[id='change:preview']").click();
        Locator shown = page.locator("[id='change:shown']");
        assertThat(shown).containsText("Class A, management fee");
        assertThat(shown).containsText("2 % a year, ACT/365 of opening class net assets.");
        page.locator("[id='change:send']").dblclick();
        assertThat(shown).containsText("Asked for: management fee.");
        assertThat(page.locator("[id='asked'] tbody tr")).hasCount(1);
        assertThat(page.locator("[id='terms']")).not().containsText("2 % a year");
        page.locator("[id='asked'] a").click();
        assertThat(page.locator("[id='decide:agree']")).hasCount(0);
        assertThat(page.locator("#amendment")).containsText("an approver who did not ask for it");

        aContractIsListedByAFile();
        aSecondPersonAgrees();
        programsDoTheSame();
    }

    private void aContractIsListedByAFile() {
        open(PAGE + "&act=tokens");
        page.locator("[id='change:file'] input[type=file], input[id='change:file']")
                .first()
                .setInputFiles(new FilePayload("tokens.csv", "text/csv", """
                        id,name,currency,illustrative,decimals
                        ILL-ONE,First new token,USD,true,18
                        TAO,Bittensor,USD,true,9
                        """.getBytes(StandardCharsets.UTF_8)));
        fillReason();
        page.locator("[id='change:send']").click();
        assertThat(page.locator("[id='change:refused']"))
                .containsText(
                        "reference/tokens.csv, line 3, column id, value 'TAO': expected an id no instrument of the fund has");
    }

    private void aSecondPersonAgrees() {
        page.context().clearCookies();
        enter(APPROVER, APPROVER_PASSWORD);
        open(PAGE);
        assertThat(page.locator("select[name='act']")).hasCount(0);
        page.locator("[id='asked'] a").click();
        assertThat(page.locator("[id='asked-lines'], [id='decide:asked-lines']").first())
                .containsText("Class A, management fee");
        page.locator("[id='decide:agree']").click();
        assertThat(page.locator("#amendment")).containsText("Say what you looked at");
        page.locator("[id='decide:reason']").fill("minute 7 of the board");
        shot("terms");
        page.locator("[id='decide:agree']").click();
        assertThat(page.locator("#amendment")).containsText("It counts.");
        assertThat(page.locator("[id='terms']")).containsText("2 % a year");
        assertThat(page.locator("[id='terms']")).containsText("To come");
        assertThat(page.locator("[id='decided']")).containsText("Approved");
        open("audit.xhtml?fund=" + FUND + "&act=CHANGE_DECIDED");
        assertThat(page.locator("[id='events']")).containsText("minute 7 of the board");
    }

    private static void programsDoTheSame() throws Exception {
        String operator = basic(OPERATOR, OPERATOR_PASSWORD);
        String asked = """
                {"kind": "tokens", "content": "id,name,currency,illustrative,decimals\\nILL-TWO,Second,USD,true,6\\n",
                 "reason": "the venue lists it", "request": "two"}""";
        String once =
                send(API, Optional.of(operator), Optional.of(Sent.json(asked))).body();
        assertThat(send(API, Optional.of(operator), Optional.of(Sent.json(asked)))
                        .body())
                .isEqualTo(once)
                .contains("\"status\":\"Review\"");
        String id = once.replaceFirst("(?s).*?\"id\":([0-9]+).*", "$1");
        Optional<Sent> word = Optional.of(Sent.json("{\"reason\": \"seen\"}"));
        assertThat(send(API + "/" + id + "/agreement", Optional.of(operator), word)
                        .statusCode())
                .isEqualTo(403);
        Optional<String> approver = Optional.of(basic(APPROVER, APPROVER_PASSWORD));
        assertThat(send(API + "/" + id + "/agreement", approver, word).body()).contains("\"status\":\"Approved\"");
        assertThat(send(API + "/" + id + "/agreement", approver, word).body()).contains("NOT_OPEN");
        assertThat(send("api/funds/ILL-TERMS/terms", approver, Optional.empty()).body())
                .contains("ILL-TWO", "2026-06-08");
    }

    private void fillReason() {
        page.locator("[id='change:reason']").fill("minute 7 of the board");
    }

    private void fill(String name, String text) {
        page.locator("[data-cell='" + name + "'] input").fill(text);
    }

    private void choose(String name, String value) {
        page.locator("[data-cell='" + name + "'] select").selectOption(value);
    }
}
