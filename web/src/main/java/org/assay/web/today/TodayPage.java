package org.assay.web.today;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.Branch;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections.Behind;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;
import org.assay.kernel.Finding;
import org.assay.pack.fund.FundFile;
import org.assay.reports.StruckNav;
import org.assay.web.correction.CorrectionsPage;
import org.assay.web.figure.Moments;
import org.assay.web.nav.NavTables;
import org.assay.web.price.PricesPage;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** Exceptions first: what is held, what waits; then the quiet rest. */
@Named
@RequestScoped
public class TodayPage {
    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Desk desk;

    @Inject
    private Known known;

    private Optional<List<Need>> needs = Optional.empty();

    /**
     * What needs somebody.
     *
     * @param act names the button
     * @param isMine somebody with this role can end it
     */
    public record Need(
            String fund,
            String name,
            String what,
            String since,
            String owner,
            String status,
            String act,
            String address,
            LocalDate date,
            boolean isMine) {}

    public List<Need> getNeeds() {
        if (needs.isEmpty()) {
            needs = Optional.of(Stream.concat(
                            overview.unreadable().stream().map(this::unreadable),
                            overview.progress().stream().flatMap(fund -> needs(fund).stream()))
                    .sorted(Comparator.comparing((Need need) -> !need.status().equals("Held"))
                            .thenComparing(Need::date)
                            .thenComparing(Need::fund))
                    .toList());
        }
        return needs.get();
    }

    /** In one sentence. */
    public String getSummary() {
        int funds = overview.progress().size() + overview.unreadable().size();
        if (funds == 0) {
            return shell.isReader()
                    ? "No fund is here yet. An operator of all funds brings one on the page Facts, or over REST."
                    : "No fund is open to you. An administrator asks for a right, and another grants it.";
        }
        long inNeed = getNeeds().stream().map(Need::fund).distinct().count();
        String need = inNeed == 0
                ? "Nothing needs you."
                : "%s of %s %s a person."
                        .formatted(inNeed, funds == 1 ? "1 fund" : funds + " funds", inNeed == 1 ? "needs" : "need");
        if (known.isThen()) {
            return "As it stood then: %s What was due is told as known now."
                    .formatted(inNeed == 0 ? "nothing needed a person." : need);
        }
        int due = overview.progress().stream()
                .filter(fund -> fund.refusal().isEmpty())
                .mapToInt(fund -> fund.due().size())
                .sum();
        return due == 0
                ? need + " No strike is due."
                : "%s %s strikes are due and run by themselves.".formatted(need, due);
    }

    /** What stops the fund, and what waits for a second person all the same. */
    private List<Need> needs(Night.Progress fund) {
        FundFile terms = fund.fund().terms();
        List<Need> found = new ArrayList<>();
        if (fund.isHeld()) {
            fund.last().ifPresent(head -> found.add(held(terms, head)));
        } else if (fund.refusal().isPresent()) {
            found.add(
                    fund.isDue()
                            ? refused(fund)
                            : unreadable(new Unreadable(
                                    terms.fund(), terms.name(), fund.refusal().get())));
        }
        List<StrikeHead> waiting = overview.waiting().stream()
                .filter(head -> head.strike().fund().equals(fund.fund().id()))
                .filter(head -> head.status() == StrikeHead.Status.REVIEW)
                .toList();
        overview.waiting().stream()
                .filter(head -> head.strike().fund().equals(fund.fund().id()))
                .filter(head -> head.status() == StrikeHead.Status.SENT_BACK)
                .filter(head -> fund.last().filter(head::equals).isEmpty())
                .forEach(head -> found.add(sentBack(terms, head)));
        waiting.stream().findFirst().ifPresent(head -> found.add(review(terms, head, waiting)));
        overview.corrections().stream()
                .filter(behind -> behind.branch().fund().equals(terms.fund()))
                .filter(behind -> behind.isReady() || behind.held().isPresent())
                .forEach(behind -> found.add(correction(terms, behind)));
        return found;
    }

    private Need correction(FundFile fund, Behind behind) {
        Branch branch = behind.branch();
        ZoneId zone = fund.dayEnd(branch.from()).point().zone();
        return new Need(
                fund.fund(),
                fund.name(),
                "Correction from %s: %s. %s."
                        .formatted(branch.from(), branch.reason(), CorrectionsPage.what(behind, zone)),
                Moments.local(branch.openedAt(), zone),
                behind.isReady() ? "approver" : "data desk",
                CorrectionsPage.status(behind),
                behind.isReady() ? "Compare and decide" : "Compare",
                CorrectionsPage.address(branch),
                branch.from(),
                behind.isReady() ? shell.isApprover(fund.fund()) : shell.isOperator(fund.fund()));
    }

    private Need held(FundFile fund, StrikeHead head) {
        if (head.status() == StrikeHead.Status.SENT_BACK) {
            return sentBack(fund, head);
        }
        StruckNav nav = desk.struck(fund.fund(), head.date(), known.moment()).nav();
        List<Finding> blocking = nav.result().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCK)
                .toList();
        Optional<Finding> price =
                blocking.stream().findFirst().filter(finding -> NavTables.isOfPrice(nav.inputs(), finding));
        String why = blocking.stream()
                .findFirst()
                .map(finding -> "%s %s: %s".formatted(finding.control(), finding.subject(), finding.text()))
                .orElse("a control stopped it");
        String more = blocking.size() > 1 ? ", and %s more".formatted(blocking.size() - 1) : "";
        return new Need(
                fund.fund(),
                fund.name(),
                "NAV %s is held. %s%s. The fund stops until it is cleared.".formatted(head.date(), why, more),
                Moments.local(head.struckAt(), fund.dayEnd(head.date()).point().zone()),
                "data desk",
                "Held",
                price.isPresent() ? "See the price" : "See what holds it",
                price.map(finding -> PricesPage.address(fund.fund(), head.date(), finding.subject()))
                        .orElseGet(() -> strike(fund, head)),
                head.date(),
                shell.isOperator(fund.fund()));
    }

    private Need sentBack(FundFile fund, StrikeHead head) {
        StrikeHead.Word word = head.sentBack().orElseThrow();
        return new Need(
                fund.fund(),
                fund.name(),
                "NAV %s was sent back by %s: “%s”. The fund stops until it is struck again."
                        .formatted(head.date(), word.by(), word.reason()),
                Moments.local(word.at(), fund.dayEnd(head.date()).point().zone()),
                "data desk",
                "Held",
                "See what is asked",
                strike(fund, head),
                head.date(),
                shell.isOperator(fund.fund()));
    }

    /** A day that cannot be struck stops the fund as a held one does. */
    private static Need refused(Night.Progress fund) {
        FundFile terms = fund.fund().terms();
        LocalDate date = fund.due().get(0);
        return new Need(
                terms.fund(),
                terms.name(),
                "NAV %s cannot be struck. %s".formatted(date, fund.refusal().orElseThrow()),
                Moments.local(
                        terms.dayEnd(date).known(date),
                        terms.dayEnd(date).point().zone()),
                "data desk",
                "Held",
                "Open the fund",
                "fund.xhtml?id=" + terms.fund(),
                date,
                false);
    }

    /** What is due of it cannot even be told. */
    private Need unreadable(Unreadable fund) {
        return new Need(
                fund.fund(),
                fund.name(),
                "The fund cannot be read. %s".formatted(fund.why()),
                "",
                "developers",
                "Held",
                "Open the fund",
                "fund.xhtml?id=" + fund.fund(),
                overview.businessDate(),
                false);
    }

    /** @param waiting all that wait in the fund, {@code head} the first of them */
    private Need review(FundFile fund, StrikeHead head, List<StrikeHead> waiting) {
        int passed = head.controlsRun() - head.controlsFailed();
        String controls = head.controlsFailed() == 0
                ? "all %s controls pass".formatted(passed)
                : "%s of %s controls pass".formatted(passed, head.controlsRun());
        int more = waiting.size() - 1;
        String rest = more == 0
                ? ""
                : more == 1 ? "; a later NAV waits behind it" : "; %s later NAVs wait behind it".formatted(more);
        String found = waiting.stream()
                .skip(1)
                .filter(later -> later.controlsFailed() > 0)
                .findFirst()
                .map(later -> ", and on %s a control found something".formatted(later.date()))
                .orElse("");
        return new Need(
                fund.fund(),
                fund.name(),
                "NAV %s is struck, %s, and waits for a second person%s%s."
                        .formatted(head.date(), controls, rest, found),
                Moments.local(head.struckAt(), fund.dayEnd(head.date()).point().zone()),
                shell.isApprover(fund.fund()) ? "you" : "an approver",
                "Review",
                "Review NAV " + head.date(),
                strike(fund, head),
                head.date(),
                shell.isApprover(fund.fund()));
    }

    private static String strike(FundFile fund, StrikeHead head) {
        return "strike.xhtml?fund=%s&date=%s".formatted(fund.fund(), head.date());
    }
}
