package org.assay.web.today;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.Branch;
import org.assay.db.NightWork.Block;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections.Behind;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;
import org.assay.ejb.Prices;
import org.assay.pack.fund.FundFile;
import org.assay.web.correction.CorrectionsPage;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.price.PricesPage;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** Exceptions first: what is held, what waits; then the quiet rest. */
@Named
@RequestScoped
public class TodayPage {
    /** Each of them is struck again for it, so a day without any price is told without. */
    private static final int WORTH_TOLD = 40;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Desk desk;

    @Inject
    private Prices prices;

    @Inject
    private Known known;

    private Optional<List<Need>> needs = Optional.empty();
    private Optional<Map<Long, List<Block>>> blocks = Optional.empty();
    private Optional<List<Prices.Line>> priced = Optional.empty();

    /**
     * What needs somebody.
     *
     * @param worth what hangs on it, in basis points of net assets, where that can be said
     * @param act names the button
     * @param isMine somebody with this role can end it
     */
    public record Need(
            String fund,
            String name,
            String what,
            Figure worth,
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
                            .thenComparing(TodayPage::worth, Comparator.reverseOrder())
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
                Figure.NONE,
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
        List<Block> holding = blocks().getOrDefault(head.id(), List.of());
        Optional<Prices.Line> price =
                priced().stream().filter(line -> line.head().id() == head.id()).findFirst();
        String why = price.map(Prices.Line::found)
                .map(found -> "%s %s: %s".formatted(found.control(), found.instrument(), found.text()))
                .or(() -> holding.stream()
                        .map(block -> "%s %s: %s".formatted(block.control(), block.subject(), block.text()))
                        .findFirst())
                .orElse("a control stopped it");
        int others = holding.stream().mapToInt(block -> 1 + block.others()).sum() - 1;
        String more = others > 0 ? ", and %s more".formatted(others) : "";
        return new Need(
                fund.fund(),
                fund.name(),
                "NAV %s is held. %s%s. The fund stops until it is cleared.".formatted(head.date(), why, more),
                price.map(TodayPage::worth).orElse(Figure.NONE),
                Moments.local(head.struckAt(), fund.dayEnd(head.date()).point().zone()),
                "data desk",
                "Held",
                price.isPresent() ? "See the price" : "See what holds it",
                price.map(line -> PricesPage.address(
                                fund.fund(), head.date(), line.found().instrument()))
                        .orElseGet(() -> strike(fund, head)),
                head.date(),
                shell.isOperator(fund.fund()));
    }

    /** Of all that is held, asked once. */
    private Map<Long, List<Block>> blocks() {
        if (blocks.isEmpty()) {
            blocks = Optional.of(desk.blocks(overview.progress().stream()
                    .filter(Night.Progress::isHeld)
                    .flatMap(fund -> fund.last().stream())
                    .toList()));
        }
        return blocks.get();
    }

    /** The prices that hold a NAV. */
    private List<Prices.Line> priced() {
        if (priced.isEmpty()) {
            priced = Optional.of(prices.holding(WORTH_TOLD, known.moment()));
        }
        return priced.get();
    }

    private static Figure worth(Prices.Line line) {
        return Figure.basisPoints(
                PricesPage.exposure(line.nav(), line.found().instrument()),
                line.nav().result().netAssets().amount());
    }

    private static BigDecimal worth(Need need) {
        String number = need.worth().number();
        return number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number);
    }

    private Need sentBack(FundFile fund, StrikeHead head) {
        StrikeHead.Word word = head.sentBack().orElseThrow();
        return new Need(
                fund.fund(),
                fund.name(),
                "NAV %s was sent back by %s: “%s”. The fund stops until it is struck again."
                        .formatted(head.date(), word.by(), word.reason()),
                Figure.NONE,
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
                Figure.NONE,
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
                Figure.NONE,
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
                Figure.NONE,
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
