package org.assay.it.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.it.browser.MachineBrowser;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Database;
import org.assay.launcher.Home;
import org.assay.launcher.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** People come by a real Keycloak alone: {@code -Dassay.drill=oidc}, which also fetches it. */
@EnabledIfSystemProperty(named = "assay.drill", matches = "oidc")
class KeycloakDrillIT {
    private static final String STRANGER = "stranger@demo";

    private final List<String> answers = new ArrayList<>();
    private Node desk;
    private Page page;

    @TempDir
    Path folder;

    @Test
    void people_come_by_keycloak_and_their_rights_are_ours() throws Exception {
        Optional<MachineBrowser> machines = MachineBrowser.start();
        assumeTrue(machines.isPresent(), MachineBrowser.MISSING);
        try (MachineBrowser browser = machines.get();
                Home books = Home.take(folder.resolve("books"));
                Database database = Database.start(books, Optional.empty());
                Keycloak keycloak = new Keycloak();
                Node node = new Node(Server.Node.SINGLE, folder.resolve("desk"), settings(database, keycloak))) {
            desk = node;
            node.start();
            keycloak.start(
                    folder,
                    node.address().resolve("provider/answer"),
                    Map.of(DemoFund.OPERATOR, true, DemoFund.APPROVER, false, STRANGER, true));
            node.awaitReady();
            try (BrowserContext context = browser.open(new Browser.NewContextOptions())) {
                page = context.newPage();
                page.onRequest(request -> Optional.of(request.url())
                        .filter(url -> url.contains("provider/answer"))
                        .ifPresent(answers::add));
                theFormIsOff();
                anOperatorComesInAndIsOutWithTheLastRight();
                aCodeCountsOnce();
                refused(STRANGER, "Nobody here has the name " + STRANGER);
                refused(DemoFund.APPROVER, "who looks after your account there must act");
            }
        }
    }

    private static Map<String, String> settings(Database database, Keycloak keycloak) {
        Map<String, String> settings = new HashMap<>(database.address().environment());
        settings.putAll(keycloak.settings());
        for (String person : List.of("OPERATOR", "APPROVER", "ADMINISTRATOR", "ADMINISTRATOR2")) {
            settings.put("ASSAY_DEMO_%s_PASSWORD".formatted(person), DemoFund.OTHERS_PASSWORD);
        }
        return settings;
    }

    private void theFormIsOff() {
        page.navigate(desk.address() + "signin.xhtml");
        assertThat(page.locator("form")).hasCount(0);
        MachineBrowser.picture(page, "sign-in-provider-only");
    }

    private void anOperatorComesInAndIsOutWithTheLastRight() throws IOException, InterruptedException {
        page.navigate(desk.address() + "night.xhtml");
        atKeycloak(DemoFund.OPERATOR);
        assertThat(page.locator("h1")).hasText("Night");
        endRightOf(DemoFund.OPERATOR);
        page.navigate(desk.address() + "today.xhtml");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    /** The session at Keycloak goes on, so it sends the person back at once. */
    private void aCodeCountsOnce() {
        page.locator("text=Sign in with localhost").click();
        isRefused("You hold no right at present");
        String used = answers.get(0).replaceAll(".*[?&]code=([^&]*).*", "$1");
        String there = page.request()
                .get(desk.address() + "provider", RequestOptions.create().setMaxRedirects(0))
                .headers()
                .get("location");
        String state = there.replaceAll(".*[?&]state=([^&]*).*", "$1");
        page.navigate("%sprovider/answer?code=%s&state=%s".formatted(desk.address(), used, state));
        isRefused("does not hold");
        page.navigate("%sprovider/answer?code=%s&state=%s".formatted(desk.address(), used, "anothers"));
        isRefused("was not begun in this browser, or it was used before");
    }

    private void refused(String person, String words) {
        page.context().clearCookies();
        page.navigate(desk.address() + "signin.xhtml");
        atKeycloak(person);
        isRefused(words);
    }

    private void atKeycloak(String person) {
        page.locator("text=Sign in with localhost").click();
        page.locator("#username").fill(person);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForLoadState();
    }

    private void isRefused(String words) {
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.locator("#signin")).containsText(words);
    }

    /** By programs, which show a password as before. */
    private void endRightOf(String person) throws IOException, InterruptedException {
        long right;
        try (JsonReader rights = Json.createReader(new StringReader(administrator("api/rights", "")))) {
            right = rights.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(grant -> grant.getString("person").equals(person))
                    .mapToLong(grant -> grant.getJsonNumber("id").longValue())
                    .findFirst()
                    .orElseThrow();
        }
        administrator("api/rights/%s/end".formatted(Long.toString(right)), "{\"reason\": \"of the drill\"}");
    }

    private String administrator(String path, String sent) throws IOException, InterruptedException {
        URI address = desk.address().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", DemoFund.basic(DemoFund.ADMINISTRATOR, DemoFund.OTHERS_PASSWORD));
        if (!sent.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(sent));
        }
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
