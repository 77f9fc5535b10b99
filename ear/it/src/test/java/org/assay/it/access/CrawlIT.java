package org.assay.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.it.house.OverRest;
import org.assay.pack.demo.SmallFund;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Tries every page and every endpoint of the house as nobody, in each role, and in the roles that are not for this fund. What
 * there is to try is read from what is deployed; who is to be let in stands in one table here, and what is not in it fails.
 */
@RunAsClient
class CrawlIT extends OnTheServer {
    private static final SmallFund SMALL = new SmallFund(
            "ILL-CRAWLED", 2_020, SmallFund.of(2_020).market(), LocalDate.of(2026, 5, 27), LocalDate.of(2026, 6, 5));

    /** A day on which the fund is struck, and one on which it is not. */
    private static final String DAY = "2026-05-28";

    private static final String NO_DAY = "2026-05-31";

    /** Reads, acts, asks for reports and answers everything a body may be asked for, with nothing that does anything. */
    private static final Sent BODY = Sent.json("""
            {"result": "none", "reason": "crawled", "from": "%1$s", "request": "crawled", "person": "who-is-nobody", "role": "OPERATOR",
             "act": "REFUSE", "name": "a", "days": 1, "password": "short", "instrument": "TAO", "date": "%1$s", "price": "1",
             "evidence": "crawled", "kind": "tokens", "content": "id\\n", "to": "%1$s", "kinds": ["workbook"]}""".formatted(NO_DAY));

    private static final Map<String, String> PLACES = new TreeMap<>(Map.of(
            "{fund}", "ILL-CRAWLED",
            "{date}", DAY,
            "{kind}", "workbook",
            "{sha256}", "none",
            "{version}", "1",
            "{attempt}", "1",
            "{right}", "999999999",
            "{token}", "999999999",
            "{id}", "999999999"));

    /** Who is let in. */
    private enum For {
        /** Whoever is signed in: what it tells is in their scope. */
        ALL("operator", "approver", "compliance", "auditor", "administrator", "elsewhere", "reads elsewhere"),
        READERS("operator", "approver", "compliance", "auditor"),
        OPERATORS("operator"),
        APPROVERS("approver"),
        DESK("operator", "approver"),
        /** A pack says which fund it is of only when it is read. */
        BRINGERS("operator", "elsewhere"),
        ADMINISTRATORS("administrator"),
        /** Only who comes from the provider with what it was asked for. */
        NOBODY(),
        ANYBODY(
                "nobody",
                "operator",
                "approver",
                "compliance",
                "auditor",
                "administrator",
                "elsewhere",
                "reads elsewhere");

        private final Set<String> roles;

        For(String... roles) {
            this.roles = Set.of(roles);
        }
    }

    private static final Map<String, For> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("account.xhtml", For.ALL),
            Map.entry("admin.xhtml", For.ADMINISTRATORS),
            Map.entry("audit.xhtml", For.ALL),
            Map.entry("bring", For.BRINGERS),
            Map.entry("correction.xhtml", For.READERS),
            Map.entry("corrections.xhtml", For.ALL),
            Map.entry("evidence", For.READERS),
            Map.entry("facts.xhtml", For.READERS),
            Map.entry("find.xhtml", For.ALL),
            Map.entry("fund.xhtml", For.READERS),
            Map.entry("known", For.ALL),
            Map.entry("lots.xhtml", For.READERS),
            Map.entry("night.xhtml", For.ALL),
            Map.entry("price.xhtml", For.READERS),
            Map.entry("prices.xhtml", For.ALL),
            Map.entry("provider", For.ANYBODY),
            Map.entry("provider/answer", For.NOBODY),
            Map.entry("report", For.READERS),
            Map.entry("reports.xhtml", For.READERS),
            Map.entry("rolls.xhtml", For.ALL),
            Map.entry("signin.xhtml", For.ANYBODY),
            Map.entry("strike.xhtml", For.READERS),
            Map.entry("terms.xhtml", For.READERS),
            Map.entry("today.xhtml", For.ALL)));

    /** It is what is shown instead of another page, and nothing by itself. */
    private static final Set<String> NO_PAGES = Set.of("refusal");

    private static final Map<String, For> ENDPOINTS = new TreeMap<>(Map.ofEntries(
            Map.entry("GET audit", For.ALL),
            Map.entry("GET chain", For.ALL),
            Map.entry("GET funds", For.ALL),
            Map.entry("POST funds", For.BRINGERS),
            Map.entry("GET funds/{fund}", For.READERS),
            Map.entry("GET funds/{fund}/amendments", For.READERS),
            Map.entry("POST funds/{fund}/amendments", For.OPERATORS),
            Map.entry("POST funds/{fund}/amendments/{id}/agreement", For.APPROVERS),
            Map.entry("POST funds/{fund}/amendments/{id}/rejection", For.DESK),
            Map.entry("GET funds/{fund}/amendments/kinds", For.READERS),
            Map.entry("GET funds/{fund}/branches", For.READERS),
            Map.entry("POST funds/{fund}/branches", For.OPERATORS),
            Map.entry("GET funds/{fund}/branches/{branch}", For.READERS),
            Map.entry("POST funds/{fund}/branches/{branch}/abandonment", For.DESK),
            Map.entry("POST funds/{fund}/branches/{branch}/approval", For.APPROVERS),
            Map.entry("GET funds/{fund}/files", For.READERS),
            Map.entry("POST funds/{fund}/files/{kind}", For.OPERATORS),
            Map.entry("GET funds/{fund}/flows", For.READERS),
            Map.entry("GET funds/{fund}/lots", For.READERS),
            Map.entry("GET funds/{fund}/manual-prices", For.READERS),
            Map.entry("GET funds/{fund}/reports", For.READERS),
            Map.entry("GET funds/{fund}/reports/{sha256}", For.READERS),
            Map.entry("GET funds/{fund}/reports/orders", For.READERS),
            Map.entry("POST funds/{fund}/reports/orders", For.READERS),
            Map.entry("GET funds/{fund}/reports/owed", For.READERS),
            Map.entry("POST funds/{fund}/manual-prices", For.OPERATORS),
            Map.entry("POST funds/{fund}/manual-prices/{id}/acceptance", For.APPROVERS),
            Map.entry("POST funds/{fund}/manual-prices/{id}/rejection", For.DESK),
            Map.entry("GET funds/{fund}/rolls", For.READERS),
            Map.entry("GET funds/{fund}/strikes", For.READERS),
            Map.entry("GET funds/{fund}/strikes/{date}", For.READERS),
            Map.entry("POST funds/{fund}/strikes/{date}/approval", For.APPROVERS),
            Map.entry("PUT funds/{fund}/strikes/{date}/attempts/{attempt}", For.OPERATORS),
            Map.entry("GET funds/{fund}/strikes/{date}/journal", For.READERS),
            Map.entry("GET funds/{fund}/strikes/{date}/reports/{kind}", For.READERS),
            Map.entry("POST funds/{fund}/strikes/{date}/return", For.APPROVERS),
            Map.entry("GET funds/{fund}/strikes/{date}/trail", For.READERS),
            Map.entry("GET funds/{fund}/strikes/{date}/versions", For.READERS),
            Map.entry("GET funds/{fund}/strikes/{date}/versions/{version}/{attempt}", For.READERS),
            Map.entry("GET funds/{fund}/terms", For.READERS),
            Map.entry("GET night", For.ALL),
            Map.entry("GET people", For.ADMINISTRATORS),
            Map.entry("POST people", For.ADMINISTRATORS),
            Map.entry("GET rolls", For.ALL),
            Map.entry("GET rights", For.ADMINISTRATORS),
            Map.entry("POST rights", For.ADMINISTRATORS),
            Map.entry("POST rights/{right}/decision", For.ADMINISTRATORS),
            Map.entry("POST rights/{right}/end", For.ADMINISTRATORS),
            Map.entry("GET tokens", For.ALL),
            Map.entry("POST tokens", For.ALL),
            Map.entry("DELETE tokens/{token}", For.ALL)));

    private final List<String> wrong = new ArrayList<>();
    private int tried;
    private int refused;

    @Test
    void everybody_is_let_in_where_their_rights_reach_and_nowhere_else() throws Exception {
        OverRest.bring(SMALL.pack());
        String branch = openBranch();
        String proposal = proposePrice();
        Map<String, List<Somebody>> people = people();
        Set<String> pages = Registry.pages();
        pages.removeAll(NO_PAGES);
        assertThat(pages).as("pages: say above who is let in").isEqualTo(PAGES.keySet());
        assertThat(Registry.endpoints(address()))
                .as("endpoints: say above who is let in")
                .isEqualTo(ENDPOINTS.keySet());

        long began = System.nanoTime();
        for (Map.Entry<String, List<Somebody>> role : people.entrySet()) {
            for (Somebody somebody : role.getValue()) {
                for (Map.Entry<String, For> page : PAGES.entrySet()) {
                    HttpResponse<String> answer = somebody.page(pageAddress(page.getKey(), branch, proposal));
                    note(somebody, page, role.getKey(), answer, isPageRefused(answer));
                }
                for (Map.Entry<String, For> endpoint : ENDPOINTS.entrySet()) {
                    HttpResponse<String> answer = call(somebody, endpoint.getKey(), branch);
                    note(somebody, endpoint, role.getKey(), answer, isCallRefused(answer));
                }
            }
        }
        System.out.printf(
                "crawl: %s pages and %s endpoints, as %s people: %s tried, %s refused, %s wrong, in %s s%n",
                PAGES.size(),
                ENDPOINTS.size(),
                people.values().stream().mapToInt(List::size).sum(),
                tried,
                refused,
                wrong.size(),
                (System.nanoTime() - began) / 1_000_000_000L);
        assertThat(wrong).isEmpty();
    }

    private void note(
            Somebody somebody,
            Map.Entry<String, For> what,
            String role,
            HttpResponse<String> answer,
            boolean isRefused) {
        tried++;
        refused += isRefused ? 1 : 0;
        boolean isLetIn = what.getValue().roles.contains(role);
        if (isLetIn == isRefused || answer.statusCode() >= 500) {
            wrong.add("%s as %s (%s): %s %s"
                    .formatted(what.getKey(), somebody.name(), role, answer.statusCode(), shown(answer.body())));
        }
    }

    private static String shown(String body) {
        return body.substring(0, Math.min(300, body.length()));
    }

    /** One of each role for all funds; and for another fund, an operator, an approver and one who reads. */
    private static Map<String, List<Somebody>> people() throws Exception {
        Map<String, List<Somebody>> people = new LinkedHashMap<>();
        people.put("nobody", List.of(Somebody.unknown(address())));
        people.put("operator", List.of(known(DemoFund.OPERATOR, DemoFund.OPERATOR_PASSWORD)));
        people.put("approver", List.of(known(DemoFund.APPROVER, DemoFund.APPROVER_PASSWORD)));
        people.put("compliance", List.of(known(DemoFund.COMPLIANCE, DemoFund.OTHERS_PASSWORD)));
        people.put("auditor", List.of(known(DemoFund.AUDITOR, DemoFund.OTHERS_PASSWORD)));
        people.put("administrator", List.of(known(DemoFund.ADMINISTRATOR, DemoFund.OTHERS_PASSWORD)));
        DemoFund.struck();
        Granting granting = new Granting(address());
        List<Somebody> elsewhere = new ArrayList<>();
        elsewhere.add(granting.somebody("elsewhere.operator", "OPERATOR", Optional.of(DemoFund.ID)));
        people.put("elsewhere", elsewhere);
        people.put(
                "reads elsewhere",
                List.of(
                        granting.somebody("elsewhere.approver", "APPROVER", Optional.of(DemoFund.ID)),
                        granting.somebody("elsewhere.compliance", "COMPLIANCE", Optional.of(DemoFund.ID))));
        return people;
    }

    private static Somebody known(String name, String password) throws Exception {
        return Somebody.signedIn(address(), name, password);
    }

    private static String openBranch() throws Exception {
        Sent body = Sent.json("{\"from\": \"%s\", \"reason\": \"crawled\", \"request\": \"crawl\"}".formatted(DAY));
        HttpResponse<String> answer =
                DemoFund.send("api/funds/ILL-CRAWLED/branches", OverRest.AS_OPERATOR, Optional.of(body));
        return Long.toString(OverRest.object(answer).getJsonNumber("id").longValue());
    }

    /** With a file beside it, which a page gives back. */
    private static String proposePrice() throws Exception {
        Sent body = Sent.json("""
                {"instrument": "TAO", "date": "%s", "price": "1.5", "reason": "crawled", "evidence": "crawled",
                 "request": "crawl", "file": {"name": "seen.txt", "content": "c2Vlbg=="}}""".formatted(DAY));
        HttpResponse<String> answer =
                DemoFund.send("api/funds/ILL-CRAWLED/manual-prices", OverRest.AS_OPERATOR, Optional.of(body));
        return Integer.toString(OverRest.object(answer).getInt("id"));
    }

    private static String pageAddress(String page, String branch, String proposal) {
        return switch (page) {
            case "fund.xhtml" -> page + "?id=ILL-CRAWLED";
            case "strike.xhtml" -> page + "?fund=ILL-CRAWLED&date=" + DAY;
            case "correction.xhtml" -> page + "?fund=ILL-CRAWLED&branch=" + branch;
            case "evidence" -> page + "?fund=ILL-CRAWLED&proposal=" + proposal;
            case "facts.xhtml", "reports.xhtml", "terms.xhtml" -> page + "?fund=ILL-CRAWLED";
            case "lots.xhtml" -> page + "?id=ILL-CRAWLED";
            case "known" -> page + "?page=today.xhtml";
            case "price.xhtml" -> page + "?fund=ILL-CRAWLED&instrument=TAO&date=" + DAY;
            case "report" -> page + "?fund=ILL-CRAWLED&kind=workbook&date=" + DAY;
            case "find.xhtml" -> page + "?text=ILL-";
            default -> page;
        };
    }

    private static HttpResponse<String> call(Somebody somebody, String endpoint, String branch) throws Exception {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{branch}", branch);
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            path = path.replace(place.getKey(), place.getValue());
        }
        Optional<Sent> sent = switch (endpoint) {
            case "POST funds" -> Optional.of(Sent.zip(new byte[] {1, 2, 3}));
            case "POST funds/{fund}/files/{kind}" -> Optional.of(Sent.csv("none"));
            default -> parts[0].equals("POST") ? Optional.of(BODY) : Optional.empty();
        };
        return somebody.call(parts[0], "api/" + path, sent);
    }

    /** Sent to sign in, told that it is not theirs, or that it is not there. */
    private static boolean isPageRefused(HttpResponse<String> answer) {
        boolean isSentAway = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("signin.xhtml");
        return isSentAway || Set.of(401, 403, 404).contains(answer.statusCode());
    }

    /** What is refused for another reason, as a body that says nothing, was let in before. */
    private static boolean isCallRefused(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401 -> true;
            case 403 -> !problem(answer).getString("code", "").equals("FOUR_EYES");
            case 404 -> problem(answer).getString("field", "").equals("fund");
            default -> false;
        };
    }

    private static JsonObject problem(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
