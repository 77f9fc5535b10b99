package org.assay.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assay.ejb.ReportOrders;
import org.assay.kernel.FundException;
import org.assay.web.shell.Said;

/** Orders the reports of a range of days. */
@Named
@RequestScoped
public class OrderBox {
    private static final String MESSAGES = "order";

    @Inject
    private ReportOrders orders;

    @Inject
    private ReportsPage page;

    private List<String> kinds = List.of();
    private String first = "";
    private String last = "";
    private String request = UUID.randomUUID().toString();
    private String done = "";

    public void order() {
        Optional<LocalDate> from = day("From", first);
        Optional<LocalDate> to = day("to", last);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        try {
            orders.order(page.getFund(), from.get(), to.get(), kinds, request);
            done = "Ordered. They are made one after the other; this page tells how far they are.";
            request = UUID.randomUUID().toString();
        } catch (FundException refused) {
            Said.no(MESSAGES, "Not ordered", refused);
        }
    }

    private static Optional<LocalDate> day(String field, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            Said.no(MESSAGES, "Not ordered: %s is %s, expected a day like 2026-05-29.".formatted(field, text));
            return Optional.empty();
        }
    }

    public String getDone() {
        return done;
    }

    public List<String> getKinds() {
        return kinds;
    }

    public void setKinds(List<String> kinds) {
        this.kinds = Optional.ofNullable(kinds).map(List::copyOf).orElse(List.of());
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = Optional.ofNullable(first).orElse("");
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = Optional.ofNullable(last).orElse("");
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request =
                Optional.ofNullable(request).filter(key -> !key.isEmpty()).orElse(this.request);
    }
}
