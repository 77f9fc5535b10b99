package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.Test;

/** Two administrators at work. */
class AdminPageIT extends InTheBrowser {
    @Test
    void one_administrator_asks_and_another_grants_and_ends() {
        as(DemoFund.ADMINISTRATOR);
        page.locator("[id='adding:name']").fill("ida");
        page.locator("[id='adding:first']").fill("first-of-the-tests");
        page.locator("[id='adding:add']").click();
        assertThat(page.locator("#adding")).containsText("Added ida");

        page.locator("[id='asking:person']").selectOption("ida");
        page.locator("[id='asking:role']").selectOption("AUDITOR");
        page.locator("[id='asking:why']").fill("audit of the year");
        page.locator("[id='asking:send']").click();
        assertThat(page.locator("#asking")).containsText("a last day for an auditor");
        page.locator("[id='asking:until']").fill("2099-12-31");
        page.locator("[id='asking:send']").click();
        assertThat(page.locator("#asking")).containsText("Asked for auditor of all funds for ida");
        decide();
        assertThat(page.locator("#grant")).containsText("Another administrator must grant it");
        assertThat(page.locator("[id='grant:approve']")).hasCount(0);

        page.locator("text=Sign out").click();
        as(DemoFund.ADMINISTRATOR_2);
        decide();
        page.locator("[id='grant:reason']").fill("engaged by the board");
        page.locator("text=Grant auditor of all funds for ida").click();
        assertThat(page.locator("#grant")).containsText("Granted");
        Locator ida = page.locator("[id='names'] tr").filter(new Locator.FilterOptions().setHasText("ida"));
        assertThat(ida).containsText("auditor of all funds until 2099-12-31");
        shot("admin");

        page.locator("[id='grant:reason']").fill("the audit is over");
        page.locator("text=End auditor of all funds for ida").click();
        assertThat(page.locator("#grant")).containsText("Ended");
        assertThat(ida).containsText("none");
    }

    /** Who sees no fund starts where they work. */
    private void as(String administrator) {
        open("today.xhtml");
        signIn(administrator, DemoFund.OTHERS_PASSWORD);
        assertThat(page.locator("h1")).hasText("Admin");
    }

    private void decide() {
        page.locator("[id='waiting'] tr")
                .filter(new Locator.FilterOptions().setHasText("ida"))
                .locator("a")
                .click();
    }
}
