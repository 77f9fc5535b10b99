package org.assay.web.nav;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.kernel.nav.NavTrail;
import org.assay.pack.replay.Replay;
import org.assay.web.figure.Figure;
import org.junit.jupiter.api.Test;

class NavTablesTest {
    @Test
    void every_figure_that_leads_to_a_trail_has_one() {
        for (Replay.Strike strike : DemoStrikes.all()) {
            NavTables tables = NavTables.of(strike.inputs(), strike.result());
            tables.positions().forEach(row -> assertTrail(strike, row.marketValue()));
            tables.accounts().forEach(row -> assertTrail(strike, row.base()));
            tables.classes().forEach(row -> assertTrail(strike, row.netAssets()));
            tables.classes().forEach(row -> assertTrail(strike, row.perShare()));
        }
    }

    @Test
    void every_control_has_a_name() {
        NavTables tables = NavTables.of(
                DemoStrikes.all().get(0).inputs(), DemoStrikes.all().get(0).result());
        assertThat(tables.controls())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.name()).isNotEmpty());
    }

    @Test
    void margin_of_every_contract_is_what_it_gained() {
        for (Replay.Strike strike : DemoStrikes.all()) {
            assertThat(NavTables.of(strike.inputs(), strike.result()).futures())
                    .allSatisfy(row -> assertThat(row.difference().text()).isEqualTo("–"));
        }
    }

    private static void assertTrail(Replay.Strike strike, Figure figure) {
        assertThat(figure.isTraced()).isTrue();
        assertThat(NavTrail.of(strike.inputs(), strike.result(), figure.trail()))
                .isNotNull();
    }
}
