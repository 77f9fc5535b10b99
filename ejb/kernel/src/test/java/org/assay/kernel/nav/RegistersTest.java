package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the registers, so that a new kind of instrument, fact or account that was forgotten somewhere fails by name. */
class RegistersTest {
    /** One of each kind; a new kind fails here first. */
    private static final Map<Class<?>, Instrument> SAMPLES = Stream.of(
                    FundFixture.RENDER, FundFixture.h100(3), FundFixture.BILL, new Cash(FundFixture.USD))
            .collect(Collectors.toMap(Object::getClass, sample -> sample));

    static Stream<Class<?>> instruments() {
        return Arrays.stream(Instrument.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> facts() {
        return Arrays.stream(Fact.class.getPermittedSubclasses());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instruments")
    void every_kind_of_instrument_has_a_sample_and_a_price_policy(Class<?> kind) {
        assertThat(SAMPLES).containsKey(kind);
        assertThatCode(() -> new FundFixture().terms().prices(SAMPLES.get(kind)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void every_kind_of_fact_starts_with_its_stamp(Class<?> kind) {
        RecordComponent first = kind.getRecordComponents()[0];
        assertThat(first.getName()).isEqualTo("stamp");
    }

    @Test
    void account_codes_are_unique_ascending_and_tell_the_type() {
        List<String> codes = Arrays.stream(Account.values()).map(Account::code).toList();
        assertThat(codes).isSorted().doesNotHaveDuplicates();
        for (Account account : Account.values()) {
            char expected = switch (account.type()) {
                case ASSET -> '1';
                case LIABILITY -> '2';
                case CAPITAL -> '3';
                case INCOME -> '4';
                case EXPENSE -> '5';
            };
            assertThat(account.code().charAt(0)).as(account.code()).isEqualTo(expected);
        }
    }

    @Test
    void every_refusal_says_who_must_act() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(code.blame().who()).as(code.name()).isNotBlank();
        }
    }

    @Test
    void every_control_of_the_guide_runs_and_every_control_that_runs_is_in_the_guide() throws Exception {
        FundFixture fund = new FundFixture().subscribe("S1", "2026-02-02", "A", "1000000.00");
        TreeSet<String> run = new TreeSet<>();
        fund.strike("2026-02-02").get(0).controls().forEach(control -> run.add(control.code()));
        String guide = Files.readString(Path.of(System.getProperty("assay.root"), "docs", "strike.md"));
        TreeSet<String> told = new TreeSet<>();
        guide.lines().filter(line -> line.matches("\\| C\\d\\d \\|.*")).forEach(line -> told.add(line.substring(2, 5)));
        assertThat(run).isEqualTo(told);
    }
}
