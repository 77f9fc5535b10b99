package org.assay.db;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Migrates before Hibernate looks at the schema; a startup bean would come too late. Hibernate finds it as a service. */
public final class MigrateFirst implements Integrator {
    private static final String OWNER = "java:jboss/datasources/AssayOwnerDS";

    @Override
    @SuppressWarnings("BanJNDI") // the server's own name, never a user's
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
        try {
            DataSource owner = InitialContext.doLookup(OWNER);
            Migrator.migrate(owner, System.getenv().getOrDefault("ASSAY_DB_USER", "assay_app"));
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no data source " + OWNER, e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry services) {
        // The schema stays.
    }
}
