package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;

/** Small funds with months of days that are due at once. By their names they are in slices of their own. */
final class FaultFunds {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final LocalDate LAST = LocalDate.of(2026, 8, 28);
    static final Instant CLOCK = Instant.parse("2026-08-30T00:00:00Z");

    /** From the first day to the last, Mondays to Fridays without a holiday. */
    static final int DAYS = 170;

    private FaultFunds() {}

    static SmallFund of(int number) {
        return of(number, FIRST, LAST);
    }

    static SmallFund of(int number, LocalDate first, LocalDate last) {
        return new SmallFund("FAULT-" + number, number, SmallFund.of(1).market(), first, last);
    }

    static List<FundPack> packs(int funds) {
        return IntStream.range(0, funds).mapToObj(fund -> of(fund).pack()).toList();
    }

    static void bring(Node node, FundPack pack) throws IOException, InterruptedException {
        assertThat(node.bring(SmallFunds.zip(pack)).statusCode()).isEqualTo(201);
    }

    /** As the offline command strikes them, one strike a line. */
    static List<String> undisturbed(List<FundPack> packs) {
        List<String> strikes = new ArrayList<>();
        packs.forEach(pack -> strikes.addAll(SmallFunds.undisturbed(pack, CLOCK)));
        return strikes;
    }
}
