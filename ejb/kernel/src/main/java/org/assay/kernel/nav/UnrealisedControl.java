package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.Position;

/** The second half of C14: what positions carry as unrealised is what stands on 1150 and 1160. */
final class UnrealisedControl {
    private UnrealisedControl() {}

    /** By position; and money in other currencies, revalued here to spot, against what 1160 holds for it. */
    static void ledgerParts(NavInputs inputs, NavResult result, Tally tally) {
        Money zero = Money.zero(inputs.terms().base());
        Map<Tag, Money> price = new LinkedHashMap<>();
        Map<Tag, Money> currency = new LinkedHashMap<>();
        for (Position position : PositionControls.held(result)) {
            Tag tag = Tag.of(position.instrument(), position.location());
            if (!(inputs.instruments().get(position.instrument()) instanceof Future)) {
                price.merge(tag, position.pricePart(), Money::plus);
                currency.merge(tag, position.currencyPart(), Money::plus);
            }
        }
        Money spot = zero;
        for (Balance balance : result.closing().balances()) {
            Account account = balance.key().account();
            Tag tag = balance.key().tag();
            String subject = tag.instrument().orElse("");
            if (account == Account.UNREALISED_PRICE) {
                tally.same(subject, balance.base(), taken(price, tag, zero), "account 1150 against price part");
            } else if (account == Account.UNREALISED_CURRENCY
                    && inputs.instruments().containsKey(subject)) {
                tally.same(subject, balance.base(), taken(currency, tag, zero), "account 1160 against currency part");
            } else if (account == Account.UNREALISED_CURRENCY) {
                spot = spot.minus(balance.base());
            } else if (account.monetary() && !balance.key().currency().equals(zero.currency())) {
                BigDecimal worth = balance.local()
                        .amount()
                        .multiply(PositionControls.rate(inputs, balance.key().currency()));
                spot = spot.plus(Money.rounded(
                                worth, zero.currency(), inputs.terms().rounding()))
                        .minus(balance.base());
            }
        }
        tally.same("money", spot, zero, "money in other currencies at spot against account 1160");
        price.forEach((tag, part) ->
                tally.same(tag.instrument().orElse(""), part, zero, "price part without a balance on 1150"));
        currency.forEach((tag, part) ->
                tally.same(tag.instrument().orElse(""), part, zero, "currency part without a balance on 1160"));
    }

    private static Money taken(Map<Tag, Money> parts, Tag tag, Money zero) {
        Money part = parts.remove(tag);
        return part == null ? zero : part;
    }
}
