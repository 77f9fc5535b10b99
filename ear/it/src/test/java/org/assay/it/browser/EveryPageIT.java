package org.assay.it.browser;

import static org.assay.it.house.DemoFund.ADMINISTRATOR;
import static org.assay.it.house.DemoFund.AUDITOR;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.DemoFund.OTHERS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every page as its users have it: at both widths, light and dark. Axe finds no serious fault, nothing is cut off at the side,
 * and the browser has nothing to complain about.
 */
class EveryPageIT extends InTheBrowser {
    private static final int NARROW = 1280;
    private static final int WIDE = 1920;
    private static final int HIGH = 900;
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String DAY = "2026-05-29";

    private static final List<String> OF_A_FUND = List.of(
            "today.xhtml",
            "fund.xhtml?id=" + DemoFund.ID,
            "strike.xhtml?fund=%s&date=%s".formatted(DemoFund.ID, DAY),
            "prices.xhtml",
            "price.xhtml?fund=%s&date=%s&instrument=AKT".formatted(DemoFund.ID, DAY),
            "facts.xhtml?fund=%s&kind=trades&act=new".formatted(DemoFund.ID),
            "terms.xhtml?fund=%s&act=management_fee".formatted(DemoFund.ID),
            "corrections.xhtml",
            "rolls.xhtml?fund=" + DemoFund.ID,
            "reports.xhtml?fund=" + DemoFund.ID,
            "night.xhtml",
            "audit.xhtml",
            "account.xhtml");

    /** The same theme paints all; these have every part of it. */
    private static final List<String> IN_THE_DARK = List.of(
            "fund.xhtml?id=" + DemoFund.ID,
            "strike.xhtml?fund=%s&date=%s".formatted(DemoFund.ID, DAY),
            "facts.xhtml?fund=%s&kind=trades&act=new".formatted(DemoFund.ID));

    private static final List<String> OF_AN_AUDITOR =
            List.of("today.xhtml", "strike.xhtml?fund=%s&date=%s".formatted(DemoFund.ID, DAY), "audit.xhtml");

    private static final List<String> OF_PEOPLE = List.of("admin.xhtml", "audit.xhtml", "account.xhtml");

    private static final String WIDER_THAN_ITS_PANEL = """
            Array.from(document.querySelectorAll('.listed table')).some(table =>
                table.getBoundingClientRect().right > table.closest('.panel').getBoundingClientRect().right + 1)""";

    private final List<String> faults = new ArrayList<>();
    private int looked;

    @Test
    void every_page_is_whole_at_both_widths_light_and_dark() throws Exception {
        DemoFund.struck();
        enter(OPERATOR, OPERATOR_PASSWORD);
        lookAt("operator", OF_A_FUND, NARROW, ColorScheme.LIGHT);
        lookAt("operator", IN_THE_DARK, WIDE, ColorScheme.DARK);
        page.context().clearCookies();
        enter(AUDITOR, OTHERS_PASSWORD);
        lookAt("auditor", OF_AN_AUDITOR, NARROW, ColorScheme.DARK);
        page.context().clearCookies();
        open("admin.xhtml");
        signIn(ADMINISTRATOR, OTHERS_PASSWORD);
        lookAt("administrator", OF_PEOPLE, NARROW, ColorScheme.LIGHT);
        lookAt("administrator", List.of("admin.xhtml"), WIDE, ColorScheme.DARK);
        System.out.printf("looked at %s pages: %s faults%n", looked, faults.size());
        assertThat(faults).isEmpty();
    }

    /** All of them in all four ways: minutes, so only where drills are run. */
    @Test
    @EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
    void every_page_is_whole_in_all_four_ways() throws Exception {
        DemoFund.struck();
        enter(OPERATOR, OPERATOR_PASSWORD);
        for (int width : List.of(NARROW, WIDE)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                lookAt("operator", OF_A_FUND, width, scheme);
            }
        }
        System.out.printf("looked at %s pages in four ways: %s faults%n", looked, faults.size());
        assertThat(faults).isEmpty();
    }

    private void lookAt(String role, List<String> pages, int width, ColorScheme scheme) {
        page.setViewportSize(width, HIGH);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (String each : pages) {
            open(each);
            looked++;
            shot("%s-%s-%s".formatted(each.replaceAll("[.?].*", ""), width, scheme));
            String where = "%s as %s, %s %s".formatted(each, role, width, scheme);
            if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
                faults.add(where + ": wider than the window");
            }
            if ((boolean) page.evaluate(WIDER_THAN_ITS_PANEL)) {
                faults.add(where + ": a list wider than its panel");
            }
            for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                if (SERIOUS.contains(rule.getImpact())) {
                    faults.add("%s: %s, %s"
                            .formatted(
                                    where,
                                    rule.getHelp(),
                                    rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .limit(3)
                                            .toList()));
                }
            }
        }
    }
}
