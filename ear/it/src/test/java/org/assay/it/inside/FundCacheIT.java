package org.assay.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.it.house.DemoFund;
import org.assay.it.house.OnTheServer;
import org.hibernate.SessionFactory;
import org.hibernate.stat.CacheRegionStatistics;
import org.hibernate.stat.Statistics;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the server remembers beside the database: funds, and nothing else (docs/adr/0017). */
@TestMethodOrder(OrderAnnotation.class)
public class FundCacheIT extends OnTheServer {
    @PersistenceUnit(unitName = "assay")
    EntityManagerFactory factory;

    @Inject
    FundStore funds;

    @Inject
    UserTransaction transaction;

    @Test
    @Order(1)
    @RunAsClient
    public void there_is_a_fund() throws Exception {
        DemoFund.struck();
    }

    @Test
    @Order(2)
    public void a_fund_asked_for_again_does_not_ask_the_database() throws Exception {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            find(); // the first may have to ask
            statistics.clear();
            find();
            CacheRegionStatistics region = statistics.getDomainDataRegionStatistics("org.assay.db.FundRow");
            assertThat(region.getHitCount()).isEqualTo(1);
            assertThat(region.getMissCount()).isZero();
            assertThat(statistics.getPrepareStatementCount()).isZero();
            assertThat(statistics.getSecondLevelCacheRegionNames()).containsExactly("org.assay.db.FundRow");
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private FundHead find() throws Exception {
        transaction.begin();
        try {
            return funds.find("ILL-COMPUTE").orElseThrow();
        } finally {
            transaction.commit();
        }
    }
}
