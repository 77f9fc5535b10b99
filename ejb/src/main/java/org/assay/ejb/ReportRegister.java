package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.replay.Schedule;
import org.assay.reports.Report;

/** The reports there are: every bean that is one. */
@ApplicationScoped
public class ReportRegister {
    @Inject
    @Any
    private Instance<Report> reports;

    /** By kind. */
    public List<Report> all() {
        return reports.stream().sorted(Comparator.comparing(Report::kind)).toList();
    }

    /** @throws FundException NOT_THERE */
    public Report of(String fund, String kind) {
        return all().stream()
                .filter(report -> report.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE,
                        fund,
                        "report",
                        kind,
                        all().stream().map(Report::kind).collect(Collectors.joining(", ", "one of ", ""))));
    }

    /** Those that are made of the newest NAV whatever became of it. */
    public List<String> everyNav() {
        return all().stream()
                .filter(report -> report.due() == Report.Due.EVERY_NAV)
                .map(Report::kind)
                .toList();
    }

    /** Those that a published NAV of a day is owed: those of a month or a year when the next strike is in another. */
    public Stream<String> ofPublished(LocalDate date, Schedule schedule) {
        Optional<LocalDate> next = schedule.first(date.plusDays(1), date.plusDays(Night.DAYS_AHEAD));
        boolean endsMonth =
                next.map(YearMonth::from).filter(YearMonth.from(date)::equals).isEmpty();
        boolean endsYear = next.map(LocalDate::getYear)
                .filter(year -> year == date.getYear())
                .isEmpty();
        return all().stream()
                .filter(report -> switch (report.due()) {
                    case EVERY_NAV, PUBLISHED_NAV -> true;
                    case PUBLISHED_MONTH -> endsMonth;
                    case PUBLISHED_YEAR -> endsYear;
                })
                .map(Report::kind);
    }
}
