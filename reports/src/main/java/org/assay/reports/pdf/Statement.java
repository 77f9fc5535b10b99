package org.assay.reports.pdf;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;
import org.assay.reports.PastNav;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;

/** Page one: what the fund is worth, by class and by account, and who says so. */
final class Statement {
    private final StruckNav nav;
    private final Money zero;

    private Statement(StruckNav nav) {
        this.nav = nav;
        this.zero = Money.zero(nav.fund().base());
    }

    static Section of(StruckNav nav) {
        Statement statement = new Statement(nav);
        List<Map<String, ?>> rows = new ArrayList<>(statement.classes());
        rows.addAll(statement.moves());
        rows.addAll(statement.books());
        return new Section("statement", rows, statement.parameters());
    }

    private List<Map<String, ?>> classes() {
        String base = nav.fund().base().code();
        List<Map<String, ?>> rows = new ArrayList<>();
        rows.add(texts("section", "Net assets by class"));
        rows.add(texts(
                "classHead",
                "Class",
                "Net assets\n" + base,
                "Shares\noutstanding",
                "NAV per share\n" + base,
                "Weight in\nthe fund, %",
                "Since last\nstrike, %"));
        for (ClassNav shareClass : nav.result().classes()) {
            rows.add(texts(
                    "class",
                    shareClass.shareClass(),
                    Figures.of(shareClass.netAssets()),
                    Figures.of(shareClass.shares()),
                    Figures.of(shareClass.perShare(), terms(shareClass).priceDecimals()),
                    Figures.percent(
                            shareClass.netAssets().amount(),
                            nav.result().netAssets().amount()),
                    sinceLast(shareClass)));
        }
        rows.add(texts("classTotal", "Fund", Figures.of(nav.result().netAssets()), "", "", "", ""));
        return rows;
    }

    /** From the last close to this one, by class. What is neither capital nor a part of the result is the class's own fee. */
    private List<Map<String, ?>> moves() {
        List<Map<String, ?>> rows = new ArrayList<>();
        rows.add(texts("section", "How net assets moved"));
        rows.add(texts(
                "classHead", "Class", "At the last\nstrike", "Capital\nentered", "Result", "Class fees", "Net assets"));
        List<Money> sums = new ArrayList<>(List.of(zero, zero, zero, zero, zero));
        for (ClassNav shareClass : nav.result().classes()) {
            Money opening = opening(shareClass.shareClass());
            Money own = shareClass
                    .netAssets()
                    .minus(opening)
                    .minus(shareClass.flow())
                    .minus(shareClass.allocated());
            List<Money> moves =
                    List.of(opening, shareClass.flow(), shareClass.allocated(), own, shareClass.netAssets());
            for (int i = 0; i < moves.size(); i++) {
                sums.set(i, sums.get(i).plus(moves.get(i)));
            }
            rows.add(texts("class", moved(shareClass.shareClass(), moves)));
        }
        rows.add(texts("classTotal", moved("Fund", sums)));
        return rows;
    }

    private static String[] moved(String label, List<Money> moves) {
        return Stream.concat(Stream.of(label), moves.stream().map(Figures::of)).toArray(String[]::new);
    }

    private Money opening(String shareClass) {
        return nav.inputs().opening().classes().stream()
                .filter(state -> state.shareClass().equals(shareClass))
                .map(ClassState::netAssets)
                .reduce(zero, Money::plus);
    }

    /** Every account of the balance sheet, so that the lines add up to net assets without a remainder. */
    private List<Map<String, ?>> books() {
        Map<Account, Money> sums = new EnumMap<>(Account.class);
        for (Balance balance : nav.result().closing().balances()) {
            if (balance.key().account().isOnBalanceSheet()) {
                sums.merge(balance.key().account(), balance.base(), Money::plus);
            }
        }
        List<Map<String, ?>> rows = new ArrayList<>();
        rows.add(texts("section", "Assets and liabilities"));
        rows.add(texts("bookHead", "Account", "", nav.fund().base().code()));
        Money assets = side(rows, sums, Account.Type.ASSET);
        rows.add(texts("bookSum", "", "Total assets", Figures.of(assets)));
        Money liabilities = side(rows, sums, Account.Type.LIABILITY);
        rows.add(texts("bookSum", "", "Total liabilities", Figures.of(liabilities)));
        rows.add(texts("bookSum", "", "Net assets", Figures.of(assets.plus(liabilities))));
        return rows;
    }

    private Money side(List<Map<String, ?>> rows, Map<Account, Money> sums, Account.Type type) {
        Money total = zero;
        for (Map.Entry<Account, Money> sum : sums.entrySet()) {
            if (sum.getKey().type() == type) {
                total = total.plus(sum.getValue());
                rows.add(texts("book", sum.getKey().code(), sum.getKey().label(), Figures.of(sum.getValue())));
            }
        }
        return total;
    }

    private Map<String, ?> parameters() {
        ZoneId zone = nav.fund().dayEnd(nav.result().date()).point().zone();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("currency", nav.fund().base().code());
        parameters.put("fundName", nav.fund().name());
        parameters.put(
                "subtitle",
                "Statement of net assets on %s%s"
                        .formatted(
                                nav.result().date(),
                                nav.fund().illustrative() ? ", of an illustrative fund with invented data" : ""));
        parameters.put("factNames", "Fund\nValuation point\nKnown until\nRegime");
        parameters.put(
                "facts",
                lines(
                        nav.result().fund(),
                        Figures.moment(nav.inputs().valuationPoint(), zone),
                        Figures.moment(nav.inputs().known(), zone),
                        nav.fund().regime()));
        parameters.put("factNames2", "Status\nVersion, attempt\nCurrency\nRounding");
        parameters.put(
                "facts2",
                lines(
                        Wording.status(nav),
                        nav.version() + ", " + nav.attempt(),
                        "%s, %s decimals"
                                .formatted(
                                        nav.fund().base().code(),
                                        nav.fund().base().decimals()),
                        nav.fund().rounding().name()));
        parameters.put("signOffs", signOffs(zone));
        parameters.put("attention", attention());
        if (nav.history().stream().map(PastNav::date).distinct().count() > 1) {
            parameters.put("chart", NavChart.of(nav.history()));
            parameters.put("chartTitle", "NAV per share, " + nav.fund().base().code());
        } else {
            parameters.put("chartTitle", "NAV per share: the chart begins with the second day");
        }
        return parameters;
    }

    private String signOffs(ZoneId zone) {
        if (nav.signOffs().isEmpty()) {
            return "Not signed.";
        }
        return nav.signOffs().stream().map(sign -> line(sign, zone)).collect(Collectors.joining("\n"));
    }

    private static String line(SignOff sign, ZoneId zone) {
        String reason = sign.reason().isBlank() ? "" : ": " + sign.reason();
        return "%s %s, %s%s".formatted(sign.person(), sign.act(), Figures.moment(sign.at(), zone), reason);
    }

    private String attention() {
        List<Finding> findings = nav.result().findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .toList();
        if (findings.isEmpty()) {
            return "Nothing. Every control that ran has passed.";
        }
        return findings.stream()
                .map(finding -> "%s %s: %s".formatted(finding.control(), finding.subject(), finding.text()))
                .collect(Collectors.joining("\n"));
    }

    private String sinceLast(ClassNav shareClass) {
        Optional<PastNav> last = nav.history().stream()
                .filter(past -> past.shareClass().equals(shareClass.shareClass()))
                .filter(past -> past.date().isBefore(nav.result().date()))
                .reduce((earlier, later) -> later);
        return last.map(past -> Figures.percent(
                        shareClass.perShare().since(past.perShare()),
                        past.perShare().perUnit()))
                .orElse("");
    }

    private ShareClass terms(ClassNav shareClass) {
        return nav.inputs().terms().classes().stream()
                .filter(terms -> terms.code().equals(shareClass.shareClass()))
                .findFirst()
                .orElseThrow();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    private static Map<String, ?> texts(String kind, String... texts) {
        String[] named = new String[2 * texts.length];
        for (int i = 0; i < texts.length; i++) {
            named[2 * i] = String.valueOf((char) ('a' + i));
            named[2 * i + 1] = texts[i];
        }
        return Section.row(kind, named);
    }
}
