package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.List;
import org.assay.it.access.Granting;
import org.assay.it.house.DemoFund;
import org.assay.it.house.StandInProvider;
import org.assay.it.house.StandInProvider.Lie;
import org.junit.jupiter.api.Test;

/** Signing in by a provider that vouches for people. A real one is asked by {@code KeycloakDrillIT}. */
class ProviderIT extends InTheBrowser {
    /** A little longer than who failed five times waits. */
    private static final int WAIT_MILLIS = 2_100;

    @Test
    void who_is_vouched_for_goes_on_where_they_wanted() {
        vouchFor("Operator@Demo", Lie.NONE);
        open("night.xhtml");
        shot("sign-in-provider");
        String before = session();
        enterByProvider();
        assertThat(page.locator("h1")).hasText("Night");
        assertThat(session()).as("a session id from before").isNotEqualTo(before);
        assertThat(page.locator("body")).containsText(DemoFund.OPERATOR);

        page.locator("text=Sign out").click();
        open("today.xhtml");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void five_id_tokens_that_do_not_hold_let_nobody_in_and_the_next_must_wait() {
        open("signin.xhtml");
        for (Lie lie : List.of(Lie.AUDIENCE, Lie.ISSUER, Lie.NONCE, Lie.EXPIRED, Lie.STRANGERS_KEY)) {
            vouchFor(DemoFund.OPERATOR, lie);
            enterByProvider();
            isRefused("does not hold");
        }
        vouchFor(DemoFund.OPERATOR, Lie.NONE);
        enterByProvider();
        isRefused("Too many failed sign-ins from where you are: wait 2 s");
        page.waitForTimeout(WAIT_MILLIS);
        enterByProvider();
        assertThat(page.locator("h1")).hasText("Today");
    }

    @Test
    void only_who_is_vouched_for_by_a_name_of_the_books_is_let_in() {
        open("signin.xhtml");
        vouchFor(DemoFund.OPERATOR, Lie.OUR_OWN_SECRET);
        enterByProvider();
        isRefused("does not hold");
        vouchFor(DemoFund.OPERATOR, Lie.NOT_VERIFIED);
        enterByProvider();
        isRefused("who looks after your account there must act");
        vouchFor("stranger@elsewhere", Lie.NONE);
        enterByProvider();
        isRefused("Nobody here has the name stranger@elsewhere: ask an administrator to add it.");
        shot("sign-in-stranger");
        vouchFor(DemoFund.OPERATOR, Lie.NONE);
        enterByProvider();
        assertThat(page.locator("h1")).hasText("Today");
    }

    @Test
    void an_answer_counts_once_and_for_who_asked() {
        vouchFor(DemoFund.OPERATOR, Lie.NONE);
        open("signin.xhtml");
        String there = locationOf(address() + "provider");
        String answer = locationOf(there);
        assertThat(locationOf(answer.replaceAll("state=[^&]*", "state=anothers")))
                .contains("signin.xhtml");
        assertThat(locationOf(answer)).endsWith("today.xhtml");

        page.context().clearCookies();
        open(answer.substring(address().toString().length()));
        isRefused("was not begun in this browser, or it was used before");
    }

    @Test
    void a_code_that_was_redeemed_is_worth_nothing() {
        vouchFor(DemoFund.OPERATOR, Lie.NONE);
        open("signin.xhtml");
        String answer = locationOf(locationOf(address() + "provider"));
        assertThat(locationOf(answer)).endsWith("today.xhtml");
        String used = answer.replaceAll(".*code=([^&]*).*", "$1");
        page.context().clearCookies();
        open("signin.xhtml");
        String fresh = locationOf(locationOf(address() + "provider"));
        open(fresh.replaceAll("code=[^&]*", "code=" + used)
                .substring(address().toString().length()));
        isRefused("does not hold");
    }

    @Test
    void the_page_wanted_is_one_of_ours() {
        vouchFor(DemoFund.OPERATOR, Lie.NONE);
        page.navigate(address() + "provider?to=https://elsewhere.example/");
        assertThat(page.locator("h1")).hasText("Today");
    }

    /** Who was never given a password; the right ends, and so does the session. */
    @Test
    void who_has_no_password_enters_and_is_out_with_the_last_right() throws Exception {
        Granting granting = new Granting(address());
        granting.addWithoutPassword("vera@house");
        vouchFor("vera@house", Lie.NONE);
        open("signin.xhtml");
        enterByProvider();
        isRefused("You hold no right at present");

        long right = granting.granted("vera@house", "OPERATOR");
        enterByProvider();
        assertThat(page.locator("h1")).hasText("Today");
        open("account.xhtml");
        assertThat(page.locator("h1")).hasText("vera@house");
        assertThat(page.locator("#changing")).hasCount(0);

        granting.end(right);
        open("today.xhtml");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    private void vouchFor(String name, Lie lie) {
        StandInProvider.ONE.vouchFor(name, lie);
    }

    private void enterByProvider() {
        page.locator("text=Sign in with localhost").click();
        page.waitForLoadState();
    }

    private void isRefused(String words) {
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.locator("#signin")).containsText(words);
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** Where the browser would be sent, with its cookies. */
    private String locationOf(String address) {
        APIRequestContext requests = page.request();
        APIResponse answer = requests.get(address, RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(302);
        return URI.create(address).resolve(answer.headers().get("location")).toString();
    }
}
