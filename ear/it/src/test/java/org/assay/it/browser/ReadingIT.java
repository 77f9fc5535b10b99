package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.it.house.DemoFund;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pages that are read: a fund and its rolls, as known then, and a list as a file. */
class ReadingIT extends InTheBrowser {
    /** Title and note stand above the heads. */
    private static final int HEADS = 2;

    private static final String BEFORE_ALL = "known=2026-01-01T20:00:00Z";

    private static final String FUND = "fund.xhtml?id=" + DemoFund.ID;

    @BeforeEach
    void strike() throws IOException, InterruptedException {
        DemoFund.struck();
    }

    @Test
    void the_fund_tells_its_capital_its_lots_and_by_when_its_futures_must_be_gone() {
        enter(APPROVER, APPROVER_PASSWORD);
        open(FUND);
        assertThat(page.locator("canvas")).hasCount(3);
        shot("fund-read");
        assertThat(page.locator("[id='contracts'] tbody")).containsText("ILL-H100-2026-");
        page.locator("details:has([id='curve']) > summary").click();
        assertThat(page.locator("[id='curve'] tbody tr").first()).isVisible();
        page.locator("#lots input[name='lot']").fill("render");
        page.locator("#lots form button").click();
        page.locator("[id='open-lots'] thead a").last().click();
        assertThat(page).hasURL(Pattern.compile("lots\\.xhtml\\?id=.*&lot=render&sort=unrealised"));
        Locator instruments = page.locator("[id='open-lots'] tbody td:nth-child(2)");
        assertThat(instruments.allInnerTexts()).isNotEmpty().containsOnly("RENDER");
    }

    @Test
    void rolls_stand_against_their_plan_and_the_calendar_says_what_comes() {
        enter(APPROVER, APPROVER_PASSWORD);
        open("rolls.xhtml?fund=" + DemoFund.ID);
        assertThat(page.locator("[id='plans'] tbody")).containsText("H100");
        assertThat(page.locator("[id='by-day'] tbody tr")).not().hasCount(0);
        assertThat(page.locator("[id='list:coming'] tbody")).containsText("Last trade");
        shot("rolls");
    }

    /** A file is what the page shows: the same heads, and row by row the same cells, numbers as numbers. */
    @Test
    void a_list_as_a_file_is_what_the_page_shows() throws Exception {
        enter(APPROVER, APPROVER_PASSWORD);
        open(FUND);
        List<List<String>> file = excel(page.locator(".panel:has([id='holdings']) a.excel"));
        Locator table = page.locator("[id='holdings']");
        List<List<String>> shown = new ArrayList<>();
        shown.add(table.locator("thead th").allTextContents().stream()
                .map(ReadingIT::words)
                .toList());
        for (Locator row : table.locator("tbody tr").all()) {
            shown.add(row.locator("td").all().stream().map(ReadingIT::shown).toList());
        }
        assertThat(file.subList(HEADS, file.size())).isEqualTo(shown);
        int all = Integer.parseInt(page.locator("#navs .filters a.on i").innerText());
        assertThat(excel(page.locator("#navs a.excel"))).hasSize(HEADS + 1 + all);
    }

    /** The database sorts, narrows and counts; the address keeps it, and the file is all of it and nothing else. */
    @Test
    void a_list_is_sorted_narrowed_and_cut_to_columns_by_its_address() throws Exception {
        enter(APPROVER, APPROVER_PASSWORD);
        open("audit.xhtml?fund=%s&act=STRUCK".formatted(DemoFund.ID));
        page.locator("[id='events'] thead a").getByText("Day").click();
        assertThat(page).hasURL(Pattern.compile("audit\\.xhtml\\?fund=.*&act=STRUCK&sort=day$"));
        assertThat(page.locator("[id='events'] tbody tr").first()).containsText("2026-01-05");
        page.locator("details.columns > summary").click();
        page.locator("details.columns a").getByText("About").click();
        assertThat(page.locator("[id='events'] thead")).not().containsText("About");
        page.locator(".turn a").last().click();
        assertThat(page).hasURL(Pattern.compile("sort=day&page=2&without=about$"));
        shot("list-audit");
        List<List<String>> file = excel(page.locator(".panel:has([id='events']) a.excel"));
        assertThat(file.get(HEADS)).doesNotContain("About").contains("Day");
        List<String> days = file.subList(HEADS + 1, file.size()).stream()
                .map(row -> row.get(file.get(HEADS).indexOf("Day")))
                .toList();
        assertThat(days).hasSizeGreaterThanOrEqualTo(102).isSorted();

        open("strike.xhtml?fund=%s&date=2026-05-29".formatted(DemoFund.ID));
        page.locator("#journal > summary").click();
        page.locator("#journal input[name='journal-text']").fill("management");
        page.locator("#journal form button").click();
        assertThat(page.locator("[id='entries'] tbody tr")).not().hasCount(0);
        for (String row : page.locator("[id='entries'] tbody tr").allInnerTexts()) {
            assertThat(row.toLowerCase(Locale.ROOT)).contains("management");
        }
        open("today.xhtml?name=no+such+fund");
        assertThat(page.locator("[id='all'] tbody")).containsText("No fund to show.");
        open("facts.xhtml?fund=%s&kind=trades&sort=id".formatted(DemoFund.ID));
        assertThat(page.locator("[id='facts'] thead")).containsText("Id ↑");
        assertThat(page.locator("[id='facts'] tbody td:nth-child(1)").allInnerTexts())
                .isSorted();
    }

    /** Before anything was struck nothing was known; links keep the moment, and nothing can be decided. */
    @Test
    void as_known_then_is_kept_by_links_and_nothing_can_be_decided() {
        enter(APPROVER, APPROVER_PASSWORD);
        page.locator("details.known > summary").click();
        page.locator("details.known input[name='date']").fill("2026-02-30");
        page.locator("details.known input[name='time']").fill("20:00");
        page.locator("details.known button").click();
        assertThat(page.locator(".notice")).containsText("is no moment: expected a date like 2026-05-05");
        page.locator("details.known > summary").click();
        assertThat(page.locator("details.known .error")).containsText("is no moment");
        page.locator("details.known input[name='date']").fill("2026-01-01");
        page.locator("details.known button").click();
        assertThat(page).hasURL(Pattern.compile("known=2026-01-01T20:00:00Z"));
        assertThat(page.locator("details.known > summary")).containsText("As known 2026-01-01 20:00 UTC");
        assertThat(page.locator("nav a.sub")).hasCount(0);
        page.locator("nav a[href^='rolls']").click();
        assertThat(page).hasURL(Pattern.compile("rolls\\.xhtml\\?known=2026-01-01T20:00:00Z"));
        open(FUND + "&" + BEFORE_ALL);
        assertThat(page.locator("main")).containsText("No NAV of this fund was struck by then");
    }

    /** Nothing had come: each page says so in its own words, and that it stands as it did then. */
    @Test
    void no_page_with_a_figure_tells_more_than_was_known() {
        enter(APPROVER, APPROVER_PASSWORD);
        Map.of(
                        "today.xhtml?",
                        "No fund to show.",
                        "prices.xhtml?",
                        "Nothing needs you.",
                        "facts.xhtml?fund=%s&kind=trades&".formatted(DemoFund.ID),
                        "None.",
                        "corrections.xhtml?",
                        "None yet.",
                        "night.xhtml?",
                        "What was struck, held and refused by then",
                        "audit.xhtml?",
                        "Nothing of this kind happened.",
                        "price.xhtml?fund=%s&date=2026-05-29&instrument=AKT&".formatted(DemoFund.ID),
                        "No price was proposed by then.")
                .forEach((address, words) -> {
                    open(address + BEFORE_ALL);
                    assertThat(page.locator(".notice")).containsText("as they stood then");
                    assertThat(page.locator("main")).containsText(words);
                    assertThat(page.locator("nav [href^='prices'] i")).hasText("");
                });
        open("account.xhtml?" + BEFORE_ALL);
        assertThat(page.locator(".notice")).containsText("always tells how things stand now");
    }

    @Test
    void a_nav_that_was_not_struck_by_then_says_so_and_leads_to_now() throws IOException, InterruptedException {
        enter(APPROVER, APPROVER_PASSWORD);
        String address = "strike.xhtml?fund=%s&date=2026-05-29".formatted(DemoFund.ID);
        Response answer =
                page.navigate(address().resolve(address + "&" + BEFORE_ALL).toString());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("This NAV was not struck by 2026-01-01 20:00 UTC");
        // That the page was answered 404 is what the browser has to say, and what was asked for.
        forgetComplaints();
        page.getByText("As known now", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("h1")).containsText("2026-05-29");
    }

    @Test
    void a_nav_as_it_stood_when_it_was_struck_waits_and_cannot_be_approved() {
        enter(APPROVER, APPROVER_PASSWORD);
        String address = "strike.xhtml?fund=%s&date=2026-02-05".formatted(DemoFund.ID);
        open(address);
        assertThat(page.locator("[id='approval:sign']")).hasCount(1);
        String then = page.evaluate("new Date().toISOString()").toString();
        open(address + "&known=" + then);
        assertThat(page.locator(".notice")).containsText("Nothing can be decided here");
        assertThat(page.locator("[id='approval:sign']")).hasCount(0);
        assertThat(page.locator(".tiles")).containsText("NAV per share");
        shot("known-then");
    }

    /** Row by row: words, and numbers as they are in the file. */
    private List<List<String>> excel(Locator link) throws Exception {
        APIResponse answer =
                page.request().get(address().resolve(link.getAttribute("href")).toString());
        assertThat(answer.status()).isEqualTo(200);
        Path file = Files.createTempFile("shown", ".xlsx");
        Files.write(file, answer.body());
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return rows(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(sheet));
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<String>> rows(Document sheet) {
        return elements(sheet.getDocumentElement(), "row").stream()
                .map(row -> elements(row, "c").stream().map(ReadingIT::cell).toList())
                .toList();
    }

    private static String cell(Element cell) {
        boolean isText = cell.getAttribute("t").equals("inlineStr");
        return isText ? words(cell.getTextContent()) : number(cell.getTextContent());
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** What the page shows, as the file has it: a figure by its number, everything else by its words. */
    private static String shown(Locator cell) {
        Locator figure = cell.locator("[data-number]");
        String number = figure.count() == 1 ? figure.getAttribute("data-number") : "";
        return number == null || number.isEmpty() ? words(cell.textContent()) : number(number);
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The page lays out what a file writes in a row: how far words stand apart does not count. */
    private static String words(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
