package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.it.browser.MachineBrowser;
import org.assay.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same figure on the screen, in the PDF, in the workbook, over REST and in the database: of the three funds of the living
 * demo, on five days of their year each.
 */
@EnabledIfSystemProperty(
        named = "assay.drill",
        matches = "all|outputs",
        disabledReason = "takes a while, in the gate: -Dassay.drill=outputs")
class FiveOutputsIT {
    private static final List<String> FUNDS = List.of("ILL-TOKENS", "ILL-CETF", "ILL-BALANCED");
    private static final int DAYS = 5;

    private final int port = Ports.anyFree();
    private final int databasePort = Ports.anyFree();

    @TempDir
    private Path folder;

    @Test
    void no_output_differs_from_another() throws Exception {
        try (Launched running = Launched.start(
                folder.resolve("said.txt"),
                List.of(
                        "assay.home=" + folder.resolve("home"),
                        "assay.port=" + port,
                        "assay.db.port=" + databasePort,
                        "assay.management.port=" + Ports.anyFree()),
                Map.of())) {
            running.awaitUp();
            MachineBrowser browser = MachineBrowser.start().orElse(null);
            assumeTrue(browser != null, MachineBrowser.MISSING);
            try (browser;
                    BrowserContext context = browser.open(new Browser.NewContextOptions());
                    Page page = context.newPage();
                    Connection books = BooksAsked.connect(databasePort)) {
                Outputs outputs = Outputs.of(port, folder.resolve("home"), page, books);
                compare(outputs);
            }
        }
    }

    private static void compare(Outputs outputs) throws Exception {
        SortedMap<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (String fund : FUNDS) {
            for (LocalDate day : outputs.days(fund, DAYS)) {
                Figures rest = outputs.overRest(fund, day);
                for (Figures other : List.of(
                        outputs.onScreen(fund, day),
                        outputs.inPdf(rest),
                        outputs.inWorkbook(rest),
                        outputs.inDatabase(rest))) {
                    compared.merge(other.output(), other.size(), Integer::sum);
                    differences.addAll(other.differences(rest));
                }
            }
        }
        System.out.printf(
                "figures over REST against %s, of %s NAVs: differences %s%n",
                compared, FUNDS.size() * DAYS, differences.size());
        assertThat(differences).isEmpty();
        assertThat(compared)
                .hasSize(4)
                .allSatisfy((output, count) -> assertThat(count).as(output).isGreaterThan(FUNDS.size() * DAYS * 10));
    }
}
