package org.assay.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.assay.db.BooksUnavailable;
import org.assay.ejb.Night;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the books answer: a server without them can show nothing. */
@Readiness
@ApplicationScoped
public class BooksAnswer implements HealthCheck {
    @Inject
    private Night night;

    @Override
    public HealthCheckResponse call() {
        try {
            night.checkBooks();
            return HealthCheckResponse.up("books");
        } catch (BooksUnavailable | jakarta.ejb.EJBException e) {
            return HealthCheckResponse.named("books")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
