package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.evidence.Decision;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.evidence.EvidenceFiles;
import org.assay.pack.evidence.EvidenceZip;
import org.assay.pack.evidence.SigningKey;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.StrikePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What evidence is made of, from a real database: strikes on the fund's own line and on a branch, decided and not. */
class StrikeProofTest {
    private static final FundPack PACK = SmallFund.of(6).pack();
    private static final String FUND = PACK.fund().fund();
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final TestFunds FUNDS = new TestFunds(DATABASE.app());
    private static final SigningKey KEY = SigningKey.draw();
    private static final int DAYS = 6;

    @BeforeAll
    static void live() throws SQLException {
        FUNDS.execute(TestPeople.comes("operator@demo", Person.Role.OPERATOR));
        FUNDS.execute(TestPeople.comes("approver@demo", Person.Role.APPROVER));
        FUNDS.bring(PACK);
        FUNDS.strike(FUND, DAYS);
        FUNDS.execute("""
                insert into assay.decision (strike, date, act, decided_by, reason)
                select id, date, 'APPROVE', 'approver@demo', E'seen "all" of it,\\n\\\\ twice' from assay.strike
                where fund = '%s' order by date limit 3""".formatted(FUND));
        FUNDS.strikeOnBranch(FUND, DAYS, "operator@demo");
        FUNDS.execute("insert into assay.branch_decision (branch, act, decided_by, reason)"
                + " select id, 'APPROVE', 'approver@demo', 'restated' from assay.branch");
    }

    private static Snapshot snapshot() throws SQLException {
        return Snapshot.of(DATABASE.app().getConnection());
    }

    private static List<StrikeHead> strikes(Snapshot snapshot) {
        return snapshot.attempts(FUND, LocalDate.EPOCH, LocalDate.of(2030, 1, 1));
    }

    private static FundPack pack(Snapshot snapshot, StrikeHead head) {
        FundHead fund = snapshot.proof(head).fund();
        var knowledge = snapshot.knowledge(fund, head);
        NavInputs inputs = KnownFund.of(knowledge, Optional.empty())
                .on(head.date(), head.known(), snapshot.opening(knowledge, head).books());
        return StrikePack.of(
                knowledge, inputs, head.strike().version(), head.strike().attempt());
    }

    private static SortedMap<String, byte[]> evidence(Snapshot snapshot, StrikeHead head) {
        ChainProof chain = snapshot.proof(head).chain();
        SortedMap<String, byte[]> files = new TreeMap<>();
        Evidence.files(pack(snapshot, head)).forEach((name, bytes) -> files.put(EvidenceFiles.PACK + name, bytes));
        chain.write(files);
        files.put(EvidenceFiles.DECISIONS, Decision.csv(chain.decisions()).getBytes(StandardCharsets.UTF_8));
        return EvidenceZip.sealed(files, KEY);
    }

    @Test
    void every_strike_and_what_was_decided_about_it_is_as_the_chain_sealed_it() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<StrikeHead> strikes = strikes(snapshot);
            assertThat(strikes).hasSize(2 * DAYS);
            for (StrikeHead head : strikes) {
                EvidenceCheck check = EvidenceCheck.of(PackFiles.of(evidence(snapshot, head)), Optional.empty());
                assertThat(check.flaws()).as("%s", head.strike()).isEmpty();
                NavResult struck = check.struck().orElseThrow().result();
                assertThat(struck.digest()).isEqualTo(head.result());
                assertThat(struck.inputs()).isEqualTo(head.inputs());
            }
        }
    }

    @Test
    void the_links_go_from_the_strike_to_the_last_decision_with_none_left_out() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            StrikeHead first = strikes(snapshot).get(0);
            ChainProof chain = snapshot.proof(first).chain();
            assertThat(chain.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.person()).isEqualTo("approver@demo");
                assertThat(decision.act()).isEqualTo("APPROVE");
                assertThat(decision.reason()).contains("seen \"all\" of it,\n\\ twice");
                assertThat(decision.at())
                        .isEqualTo(first.approval().orElseThrow().at());
            });
            assertThat(chain.links().get(0).text()).contains(",strike,", "," + first.id() + ",");
            assertThat(chain.links().get(chain.links().size() - 1).text()).contains(",decision,");
            assertThat(chain.links())
                    .extracting(ChainProof.Link::number)
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates()
                    .hasSize(1
                            + chain.links().get(chain.links().size() - 1).number()
                            - chain.links().get(0).number());
        }
    }

    /** A branch is decided about as a whole: the word about it stands behind each of its strikes. */
    @Test
    void a_restated_strike_has_the_word_about_its_branch() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            StrikeHead restated = strikes(snapshot).stream()
                    .filter(head -> head.strike().version() == 2)
                    .findFirst()
                    .orElseThrow();
            assertThat(snapshot.proof(restated).chain().decisions())
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.subject())
                                .isEqualTo("branch " + restated.branch().orElseThrow());
                        assertThat(decision.reason()).contains("restated");
                    });
        }
    }

    /** More rows in the books, another session, another zone of it. */
    @Test
    void made_again_it_is_the_same_to_the_last_byte() throws SQLException {
        SortedMap<String, byte[]> once;
        try (Snapshot snapshot = snapshot()) {
            once = evidence(snapshot, strikes(snapshot).get(0));
        }
        FUNDS.execute(
                "insert into assay.refusal (fund, date, code, reason) values ('%s', '2026-01-30', 'PRICE_MISSING', 'x')"
                        .formatted(FUND));
        try (var connection = DATABASE.app().getConnection();
                var sql = connection.createStatement()) {
            sql.execute("set timezone = 'Asia/Kolkata'");
            sql.execute("set datestyle = 'ISO, DMY'");
            try (Snapshot snapshot = Snapshot.of(connection)) {
                SortedMap<String, byte[]> again =
                        evidence(snapshot, strikes(snapshot).get(0));
                assertThat(again.keySet()).isEqualTo(once.keySet());
                again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(once.get(name)));
            }
        }
    }

    @Test
    void a_row_that_is_not_as_it_was_sealed_makes_no_proof() throws SQLException {
        try (var owner = DATABASE.as("assay_owner").getConnection();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("update assay.journal set local_amount = local_amount + 1 where strike ="
                    + " (select max(strike) from assay.journal)");
            sql.execute("commit");
            try (Snapshot snapshot = snapshot()) {
                StrikeHead last = strikes(snapshot).stream()
                        .max(Comparator.comparing(StrikeHead::id))
                        .orElseThrow();
                assertThatThrownBy(() -> snapshot.proof(last))
                        .hasMessageMatching(
                                "link \\d+ of ILL-SMALL-0006 seals a row of assay.journal that is not there:"
                                        + " run assay-books verify");
            } finally {
                sql.execute("update assay.journal set local_amount = local_amount - 1 where strike ="
                        + " (select max(strike) from assay.journal)");
                sql.execute("commit");
            }
        }
    }
}
