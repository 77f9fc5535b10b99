package org.assay.pack.fund;

import java.util.List;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.RatePolicy;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.Layout;

/** How it is written in fund.json what is done about odd, old and missing prices. */
final class PolicyShape {
    private PolicyShape() {}

    static Layout<PricePolicies> policies() {
        var draft = new Layout.Draft<PricePolicies>();
        var token = draft.field("token", new JsonObject<>(policy()), PricePolicies::token);
        var future = draft.field("future", new JsonObject<>(policy()), PricePolicies::future);
        var bill = draft.field("bill", new JsonObject<>(policy()), PricePolicies::bill);
        var fx = draft.optional("fx", new JsonObject<>(rates()), PricePolicies::fx);
        // The exchange's settlement is paid in cash: margin on an estimate of it would be paid by nobody.
        draft.expect(
                future,
                cells -> cells.get(future).missing() != PricePolicy.Missing.ESTIMATE,
                "HOLD or CARRY where a settlement is missing: it is paid in cash, and an estimate is not");
        return draft.reads(
                cells -> new PricePolicies(cells.get(token), cells.get(future), cells.get(bill), cells.get(fx)));
    }

    static Layout<PricePolicy> policy() {
        var draft = new Layout.Draft<PricePolicy>();
        var band = draft.field("move_band", FundShape.RATES_FROM_ZERO, PricePolicy::moveBand);
        var stale = draft.field("stale_after_days", Formats.COUNTS, PricePolicy::staleAfterDays);
        var unchanged = draft.field("unchanged_after_days", Formats.COUNTS, PricePolicy::unchangedAfterDays);
        var missing = draft.field("missing", Format.oneOf(PricePolicy.Missing.class), PricePolicy::missing);
        return draft.reads(
                cells -> new PricePolicy(cells.get(band), cells.get(stale), cells.get(unchanged), cells.get(missing)));
    }

    static Layout<Dated<AgreedPolicy>> agreed() {
        var draft = new Layout.Draft<Dated<AgreedPolicy>>();
        var from = draft.field("from", Formats.DATES, Dated::from);
        var of = draft.field(
                "of", Format.oneOf(AgreedPolicy.Of.class), row -> row.value().of());
        var band = draft.field(
                "move_band",
                FundShape.RATES_FROM_ZERO,
                row -> row.value().policy().moveBand());
        var stale = draft.field(
                "stale_after_days", Formats.COUNTS, row -> row.value().policy().staleAfterDays());
        var unchanged = draft.field(
                "unchanged_after_days",
                Formats.COUNTS,
                row -> row.value().policy().unchangedAfterDays());
        var missing = draft.field(
                "missing",
                Format.oneOf(PricePolicy.Missing.class),
                row -> row.value().policy().missing());
        draft.expect(
                missing,
                cells -> cells.get(of) != AgreedPolicy.Of.FUTURE || cells.get(missing) != PricePolicy.Missing.ESTIMATE,
                "HOLD or CARRY for FUTURE: a settlement is paid in cash, and an estimate is not");
        return draft.reads(cells -> new Dated<>(
                cells.get(from),
                new AgreedPolicy(
                        cells.get(of),
                        new PricePolicy(cells.get(band), cells.get(stale), cells.get(unchanged), cells.get(missing)))));
    }

    static Layout<RatePolicy> rates() {
        var draft = new Layout.Draft<RatePolicy>();
        var stale = draft.field("stale_after_days", Formats.COUNTS, RatePolicy::staleAfterDays);
        var missing = draft.field(
                "missing",
                Format.oneOf(List.of(PricePolicy.Missing.HOLD, PricePolicy.Missing.CARRY), PricePolicy.Missing::name),
                RatePolicy::missing);
        return draft.reads(cells -> new RatePolicy(cells.get(stale), cells.get(missing)));
    }
}
