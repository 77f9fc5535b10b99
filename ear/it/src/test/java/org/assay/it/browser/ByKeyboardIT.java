package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.OverRest.bring;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assay.pack.demo.SmallFund;
import org.junit.jupiter.api.Test;

/** A NAV is found, looked at and signed by keys alone. */
class ByKeyboardIT extends InTheBrowser {
    private static final String FUND = "ILL-KEYS";
    private static final int FAR = 200;

    @Test
    void a_nav_is_signed_without_a_pointer() throws Exception {
        bring(new SmallFund(
                        FUND, 4_001, SmallFund.of(4_001).market(), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 3))
                .pack());
        open("fund.xhtml?id=" + FUND);
        // A browser focuses when it paints, which may be later than it has loaded; keys before that go nowhere.
        assertThat(page.locator("[id='login:name']")).isFocused();
        typed(APPROVER);
        press("Tab");
        typed(APPROVER_PASSWORD);
        press("Enter");
        assertThat(page.locator("h1")).containsText("small fund");

        open("today.xhtml");
        press("ArrowDown");
        assertThat(page.evaluate("document.activeElement.className")).asString().contains("open");
        press("/");
        typed("small fund 4001 2026-06-01");
        press("Enter");
        assertThat(page.locator("h1")).containsText("NAV 2026-06-01");
        press("?");
        assertThat(page.locator("#keys")).isVisible();
        press("Escape");
        assertThat(page.locator("#keys")).isHidden();

        tabTo("approval:reason");
        typed("figures looked at");
        tabTo("approval:sign");
        press("Enter");
        assertThat(page.locator("#approve")).containsText("figures looked at");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
    }

    private void typed(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
        page.waitForLoadState();
    }

    private void tabTo(String id) {
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        assertThat(page.evaluate("document.activeElement.id"))
                .as("after %s times Tab", FAR)
                .isEqualTo(id);
    }
}
