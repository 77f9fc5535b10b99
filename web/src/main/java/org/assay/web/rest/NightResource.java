package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;
import org.assay.ejb.Reports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the night has come. */
@Path("night")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Night")
public class NightResource {
    @Inject
    private Desk desk;

    @Inject
    private Night night;

    @Inject
    private Reports reports;

    /**
     * Of all funds together.
     *
     * @param due days struck or to be struck by now
     * @param struck days struck
     * @param held funds that have stopped
     * @param reports made of the last NAVs
     * @param quiet nothing is left that goes by itself; a day that cannot be struck waits for a person
     */
    public record NightBody(int due, int struck, int held, int reports, boolean quiet) {}

    @GET
    @Operation(summary = "How far the night has come: quiet when nothing is due and the last NAVs have their reports")
    public NightBody night() {
        List<Night.Progress> funds = desk.progress();
        int struck = 0;
        int due = 0;
        int made = 0;
        boolean quiet = true;
        for (Night.Progress fund : funds) {
            boolean needsReports = night.needsReports(fund);
            struck += strikes(fund);
            due += fund.due().size();
            made += fund.last().isPresent() && !fund.isDue() && !needsReports
                    ? reports.kinds().size()
                    : 0;
            quiet &= !needsReports && (!fund.isDue() || fund.refusal().isPresent());
        }
        int held = (int) funds.stream().filter(Night.Progress::isHeld).count();
        return new NightBody(struck + due, struck, held, made, quiet);
    }

    private int strikes(Night.Progress fund) {
        LocalDate from = fund.fund().terms().inception();
        return fund.last()
                .map(StrikeHead::date)
                .map(last -> desk.strikes(fund.fund().id(), from, last, Optional.empty())
                        .size())
                .orElse(0);
    }
}
