package org.assay.it.rest;

import static org.assay.it.house.DemoFund.AUDITOR;
import static org.assay.it.house.DemoFund.OTHERS_PASSWORD;
import static org.assay.it.house.DemoFund.basic;
import static org.assay.it.house.DemoFund.operator;
import static org.assay.it.house.DemoFund.send;
import static org.assay.it.house.OverRest.AS_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;
import org.assay.it.house.OnTheServer;
import org.assay.it.house.OverRest;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.evidence.Signer;
import org.assay.pack.fund.PackFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor fetches, and does alone with it. */
@RunAsClient
class EvidenceIT extends OnTheServer {
    private static final SmallFund FUND = SmallFund.of(8_101);
    private static final String STRIKES = "api/funds/%s/strikes/".formatted(FUND.id());
    private static final Pattern RESULT = Pattern.compile("\"result\":\"([0-9a-f]{64})\"");

    @TempDir
    Path folder;

    @BeforeAll
    static void strike() throws IOException, InterruptedException {
        OverRest.bring(FUND.pack());
        Optional<Sent> seen = Optional.of(Sent.json("{\"result\":\"%s\",\"reason\":\"agreed to the custodian\"}"
                .formatted(result(FUND.first().toString()))));
        assertThat(send(STRIKES + FUND.first() + "/approval", AS_APPROVER, seen).statusCode())
                .isEqualTo(200);
    }

    private static String result(String date) throws IOException, InterruptedException {
        Matcher digest = RESULT.matcher(operator(STRIKES + date).body());
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    @Test
    void the_evidence_of_a_published_nav_ties_without_the_server() throws IOException, InterruptedException {
        String date = FUND.first().toString();
        HttpResponse<byte[]> fetched = fetch(date);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(fetched.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"ILL-SMALL-8101_%s_v1_evidence.zip\"".formatted(date));
        Path zip = Files.write(folder.resolve("evidence.zip"), fetched.body());
        try (PackFiles files = PackFiles.open(zip)) {
            EvidenceCheck check = EvidenceCheck.of(files, Optional.of(ourKey()));
            assertThat(check.flaws()).isEmpty();
            assertThat(check.struck().orElseThrow().result().digest()).isEqualTo(result(date));
            assertThat(new String(files.bytes("decisions.csv"), StandardCharsets.UTF_8))
                    .contains(",approver@demo,APPROVE,NAV,agreed to the custodian");
            assertThat(new String(files.bytes("README.txt"), StandardCharsets.UTF_8))
                    .contains("status      Published");
            assertThat(files.bytes("reports/ILL-SMALL-8101_%s_v1_nav-pack.pdf".formatted(date)))
                    .as("the one that is kept, as it was given out")
                    .isEqualTo(
                            DemoFund.file(STRIKES + date + "/reports/nav-pack").body());
        }
        assertThat(fetch(date).body()).isEqualTo(fetched.body());
    }

    @Test
    void that_of_a_nav_nobody_decided_about_says_so() throws IOException, InterruptedException {
        Path zip = Files.write(
                folder.resolve("evidence.zip"), fetch(FUND.last().toString()).body());
        try (PackFiles files = PackFiles.open(zip)) {
            EvidenceCheck check = EvidenceCheck.of(files, Optional.of(ourKey()));
            assertThat(check.flaws()).isEmpty();
            assertThat(check.checks())
                    .extracting(EvidenceCheck.Check::what)
                    .contains("nobody has decided about this NAV");
            assertThat(new String(files.bytes("README.txt"), StandardCharsets.UTF_8))
                    .contains("status      Review");
        }
    }

    /** The one the launcher drew for this house; its public half. */
    private static Signer ourKey() throws IOException {
        Path key = Path.of(System.getProperty("assay.root"), "ear/it/target/house/signing-key.pem");
        return Signer.read(Files.readAllBytes(key)).orElseThrow();
    }

    private static HttpResponse<byte[]> fetch(String date) throws IOException, InterruptedException {
        URI address = OnTheServer.address().resolve(STRIKES + date + "/reports/evidence");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", basic(AUDITOR, OTHERS_PASSWORD))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}
