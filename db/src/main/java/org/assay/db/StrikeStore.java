package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;

/** Strikes with their journals. Appends; never changes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StrikeStore {
    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public StrikeStore() {}

    /** Without a server: the transaction is then that of the connections {@code database} gives. */
    public StrikeStore(DataSource database) {
        this.database = database;
    }

    /**
     * All of a strike, or nothing.
     *
     * @param branch it is struck on; absent on the fund's own line
     * @param opening the strike whose books it opened with
     * @return false when the same strike was made before
     */
    public boolean append(
            StrikeId strike,
            Optional<Branch> branch,
            Optional<Long> opening,
            AskedBy askedBy,
            Knowledge knowledge,
            NavInputs inputs,
            NavResult result) {
        StrikeRows.Made made = new StrikeRows.Made(branch.map(Branch::id), opening, askedBy);
        FundTables tables = FundTables.of(knowledge.fund(), knowledge.instruments());
        boolean isNew = Question.ask(() -> {
            try (Connection connection = database.getConnection()) {
                return StrikeRows.append(connection, strike, made, inputs, result, tables)
                        .isPresent();
            }
        });
        ClosedBooks.keep(result.digests().books(), result.closing());
        return isNew;
    }

    /**
     * Why a strike could not be made. A reason that stays is kept once, however often it is tried.
     *
     * @param code of the rule, or what failed
     * @param reason in words, with who must act
     */
    public void refused(StrikeId strike, String code, String reason) {
        Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into assay.refusal (fund, date, code, reason)
                            select ?, ?, ?, ? where ? is distinct from
                                (select reason from assay.refusal where fund = ? and date = ? order by id desc limit 1)""")) {
                FileRows.bind(
                        connection,
                        insert,
                        strike.fund(),
                        strike.date(),
                        code,
                        reason,
                        reason,
                        strike.fund(),
                        strike.date());
                return insert.executeUpdate();
            }
        });
    }
}
