package org.assay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.it.house.DemoFund.APPROVER;
import static org.assay.it.house.DemoFund.APPROVER_PASSWORD;
import static org.assay.it.house.DemoFund.OPERATOR;
import static org.assay.it.house.DemoFund.OPERATOR_PASSWORD;
import static org.assay.it.house.OverRest.array;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new fund that comes by the page, as a zip and as files, and a file of rows that is too large for a form. */
class BringIT extends InTheBrowser {
    private static final String FUND = "ILL-BROUGHT";
    private static final String PAGE = "facts.xhtml?act=bring";
    private static final int MORE_THAN_A_FORM = 1_200_000;
    private static final int PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void a_fund_comes_by_file_and_what_is_wrong_with_it_is_told_by_line() throws Exception {
        SortedMap<String, byte[]> pack = PackWriter.files(new SmallFund(
                        FUND, 1_019, SmallFund.of(1_019).market(), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 3))
                .pack());
        enter(OPERATOR, OPERATOR_PASSWORD);
        open("facts.xhtml");
        page.locator("text=Bring a new fund").click();

        bring(new FilePayload("brought.zip", "application/zip", zip(spoiled(pack))));
        said("#bring .error", "brought.zip: Nothing was taken in.");
        Locator failure = page.locator("[id='failures'] tbody tr").first();
        assertThat(failure).containsText("trades.csv");
        assertThat(failure).containsText("side");
        assertThat(failure).containsText("BOUGHT");
        shot("bring-refused");

        for (Map.Entry<String, byte[]> file : pack.entrySet()) {
            Path path = folder.resolve("brought").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        page.locator("#bring input[webkitdirectory]").setInputFiles(folder.resolve("brought"));
        page.locator("#bring button").click();
        said("#bring .done", FUND + " is here.");
        assertThat(page.locator("[id='failures']")).hasCount(0);
        shot("bring");
        bring(new FilePayload("brought.zip", "application/zip", zip(pack)));
        said("#bring .done", "was here already, with the same pack");
        page.locator("#bring a.button").click();
        assertThat(page).hasURL(Pattern.compile("fund\\.xhtml\\?id=" + FUND));

        aLongFileIsPostedAtOnce();
        nobodyElsesPageSendsOne();
    }

    private void aLongFileIsPostedAtOnce() throws IOException, InterruptedException {
        open("facts.xhtml?fund=%s&kind=prices&act=import".formatted(FUND));
        int before = array("api/funds/%s/files".formatted(FUND)).size();
        StringBuilder rows =
                new StringBuilder("instrument,date,kind,time,price,currency,source,volume,open_interest,evidence\n");
        while (rows.length() < MORE_THAN_A_FORM) {
            rows.append("NOTHING,2026-06-03,CLOSE,2026-06-03T20:00:00Z,1,USD,desk,,,\n");
        }
        page.locator("form[data-sends] input[type=file]")
                .setInputFiles(
                        new FilePayload("long.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-sends] button").click();
        said("#enter .error", "long.csv: Nothing was taken in.");
        assertThat(page.locator("[id='rows-failures'] tbody tr").first()).containsText("NOTHING");
        assertThat(array("api/funds/%s/files".formatted(FUND))).hasSize(before + 1);
    }

    /** It has the cookie and not the word that only our page knows; an approver has neither the right. */
    private void nobodyElsesPageSendsOne() {
        assertThat(post("bring").status()).isEqualTo(403);
        assertThat(post("bring?token=guessed").status()).isEqualTo(403);
        page.context().clearCookies();
        enter(APPROVER, APPROVER_PASSWORD);
        open(PAGE);
        assertThat(page.locator("#bring")).hasCount(0);
        assertThat(post("bring?token=guessed").status()).isEqualTo(403);
    }

    private APIResponse post(String path) {
        return page.request()
                .post(
                        address().resolve(path).toString(),
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set("file", new FilePayload("a.zip", "application/zip", new byte[] {1}))));
    }

    /** It may take a while until all is taken in. */
    private void said(String where, String words) {
        assertThat(page.locator(where))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void bring(FilePayload file) {
        page.locator("#bring input[accept]").setInputFiles(file);
        page.locator("#bring button").click();
    }

    private static byte[] zip(SortedMap<String, byte[]> pack) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        PackWriter.toZip(pack, zip);
        return zip.toByteArray();
    }

    /** With a side that is none, in every trade that buys. */
    private static SortedMap<String, byte[]> spoiled(SortedMap<String, byte[]> pack) {
        SortedMap<String, byte[]> spoiled = new TreeMap<>(pack);
        spoiled.computeIfPresent(
                "facts/trades.csv",
                (name, content) -> new String(content, StandardCharsets.UTF_8)
                        .replace(",BUY,", ",BOUGHT,")
                        .getBytes(StandardCharsets.UTF_8));
        return spoiled;
    }
}
