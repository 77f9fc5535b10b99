package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk as somebody works at it. */
class DeskIT extends InTheBrowser {
    private static final String STRIKE = "strike.xhtml?fund=" + DemoFund.ID + "&date=";

    @BeforeEach
    void strike() throws IOException, InterruptedException {
        DemoFund.struck();
    }

    @Test
    void who_is_not_signed_in_comes_back_to_what_was_wanted() {
        open(STRIKE + "2026-03-02");
        assertThat(page.url()).contains("signin.xhtml");
        signIn(OPERATOR, "wrong");
        assertThat(page.locator("#signin")).containsText("Name and password do not belong together");
        signIn(OPERATOR, OPERATOR_PASSWORD);
        assertThat(page.locator("h1")).containsText("NAV 2026-03-02");
    }

    @Test
    void a_session_gets_a_new_name_when_somebody_signs_in() {
        open("today.xhtml");
        String before = session();
        signIn(OPERATOR, OPERATOR_PASSWORD);
        assertThat(page.locator("h1")).hasText("Today");
        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void guessing_becomes_slow() {
        open("signin.xhtml");
        for (int i = 0; i < 6; i++) {
            signIn("somebody@else", "guess" + i);
        }
        assertThat(page.locator("#signin")).containsText("Too many wrong passwords for this name");
    }

    @Test
    void a_session_opens_nothing_in_the_rest_interface() {
        enter(APPROVER, APPROVER_PASSWORD);
        assertThat(page.request().get(address().resolve("api/funds").toString()).status())
                .isEqualTo(401);
    }

    @Test
    void today_opens_on_what_needs_a_person() {
        enter(APPROVER, APPROVER_PASSWORD);
        assertThat(page.locator("[id='needs']")).containsText("NAV 2026-");
        shot("today");
    }

    /** The demo's prices end in May; some days later the oldest of them is too old to strike on. */
    @Test
    void a_held_nav_says_what_holds_it_and_offers_no_signing() {
        enter(APPROVER, APPROVER_PASSWORD);
        page.locator("a[href*='ILL-COMPUTE']:has-text('See the price')").click();
        assertThat(page.locator("[id='findings']")).containsText("the price is old");
        page.locator("#head a:has-text('NAV 2026-')").click();
        assertThat(page.locator("h1")).containsText("Held");
        assertThat(page.locator("[id='findings']")).containsText("the price is old");
        assertThat(page.locator("#approval")).containsText("This NAV is held");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
        shot("held");
    }

    @Test
    void an_operator_is_told_why_there_is_nothing_to_sign() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        open(STRIKE + "2026-03-03");
        assertThat(page.locator("#approval")).containsText("A NAV is approved by a second person");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
    }

    @Test
    void an_approver_signs_and_the_page_says_so() {
        enter(APPROVER, APPROVER_PASSWORD);
        open(STRIKE + "2026-03-04");
        page.locator("[id='approval:sign']").click();
        assertThat(page.locator("#approval")).containsText("Say what you looked at");
        page.locator("[id='approval:reason']").fill("Prices and margin proof looked at");
        page.locator("[id='approval:sign']").dblclick();
        assertThat(page.locator("#approval")).containsText("Approved by approver@demo");
        assertThat(page.locator("#approval")).containsText("Prices and margin proof looked at");
        assertThat(page.locator("#approval")).not().containsText("Not approved");
        assertThat(page.locator("h1")).containsText("Approved");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
    }

    @Test
    void a_figure_opens_its_trail_and_the_address_keeps_it() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        open(STRIKE + "2026-05-29");
        page.locator("a[data-figure='nav_per_share:A']").first().click();
        assertThat(page.locator(".ui-treenode").first()).containsText("net assets / shares");
        assertThat(page.url()).contains("trail=nav_per_share:A");
        shot("trail");
        page.reload();
        assertThat(page.locator(".ui-treenode").first()).containsText("net assets / shares");
    }

    @Test
    void the_list_of_navs_turns_its_pages() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        open("fund.xhtml?id=" + DemoFund.ID);
        String first = page.locator("[id='strikes'] tbody a").first().innerText();
        page.locator("#navs .turn a").click();
        assertThat(page.locator("[id='strikes'] tbody a").first()).not().hasText(first);
        shot("fund");
    }

    @Test
    void what_is_not_there_is_said_in_the_house_look() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        var answer = page.request().get(address().resolve(STRIKE + "2026-01-04").toString());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("There is nothing at this address", "Go to Today");
    }

    @Test
    void a_slash_searches_and_one_match_is_opened() {
        enter(OPERATOR, OPERATOR_PASSWORD);
        page.keyboard().press("/");
        page.keyboard().type("compute 2026-03-02");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("NAV 2026-03-02");
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .value;
    }
}
