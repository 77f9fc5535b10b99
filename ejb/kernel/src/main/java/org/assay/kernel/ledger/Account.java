package org.assay.kernel.ledger;

/** The chart of accounts. */
public enum Account {
    CASH_AT_BANK("1000", "Cash at bank", Type.ASSET, true),
    CASH_AT_FCM("1010", "Cash at FCM or derivatives venue, free balance", Type.ASSET, true),
    INITIAL_MARGIN("1020", "Initial margin deposited at FCM, restricted", Type.ASSET, true),
    VARIATION_MARGIN_RECEIVABLE("1030", "Variation margin receivable", Type.ASSET, true),
    TOKENS_AT_COST("1100", "Investments at cost: tokens", Type.ASSET, false),
    SECURITIES_AT_COST("1110", "Investments at cost: other securities", Type.ASSET, false),
    UNREALISED_PRICE("1150", "Unrealised appreciation: price", Type.ASSET, false),
    UNREALISED_CURRENCY("1160", "Unrealised appreciation: currency", Type.ASSET, false),
    RECEIVABLE_FOR_SALES("1200", "Receivable for investments sold", Type.ASSET, true),
    SUBSCRIPTIONS_RECEIVABLE("1210", "Subscriptions receivable", Type.ASSET, true),
    INTEREST_RECEIVABLE("1250", "Accrued interest receivable", Type.ASSET, true),
    PAYABLE_FOR_PURCHASES("2000", "Payable for investments purchased", Type.LIABILITY, true),
    REDEMPTIONS_PAYABLE("2010", "Redemptions payable", Type.LIABILITY, true),
    SUBSCRIPTIONS_IN_ADVANCE("2020", "Subscriptions received in advance", Type.LIABILITY, true),
    VARIATION_MARGIN_PAYABLE("2030", "Variation margin payable", Type.LIABILITY, true),
    MANAGEMENT_FEE_PAYABLE("2100", "Management fee payable", Type.LIABILITY, true),
    SHARES_ISSUED("3000", "Capital: shares issued", Type.CAPITAL, false),
    SHARES_REDEEMED("3010", "Capital: shares redeemed", Type.CAPITAL, false),
    REALISED_PRICE("4000", "Realised gain or loss: price", Type.INCOME, false),
    REALISED_CURRENCY("4010", "Realised gain or loss: currency", Type.INCOME, false),
    REALISED_FUTURES("4020", "Realised gain or loss: futures", Type.INCOME, false),
    CHANGE_UNREALISED_PRICE("4100", "Change in unrealised: price", Type.INCOME, false),
    CHANGE_UNREALISED_CURRENCY("4110", "Change in unrealised: currency", Type.INCOME, false),
    CHANGE_UNREALISED_FUTURES("4120", "Change in unrealised: futures", Type.INCOME, false),
    INTEREST_INCOME("4240", "Interest income", Type.INCOME, false),
    MANAGEMENT_FEE("5000", "Management fee expense", Type.EXPENSE, false),
    COMMISSION("5030", "Commission and clearing expense", Type.EXPENSE, false),
    OTHER_EXPENSES("5070", "Other expenses", Type.EXPENSE, false);

    /** Which side of the statements it stands on. */
    public enum Type {
        ASSET,
        LIABILITY,
        CAPITAL,
        INCOME,
        EXPENSE
    }

    private final String code;
    private final String label;
    private final Type type;
    private final boolean monetary;

    Account(String code, String label, Type type, boolean monetary) {
        this.code = code;
        this.label = label;
        this.type = type;
        this.monetary = monetary;
    }

    /** Four digits, as in the chart; the order of the constants is the order of the codes. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    /** Money or a claim to a fixed sum of it: revalued at spot when it is in another currency than the fund's. */
    public boolean monetary() {
        return monetary;
    }

    /** Counts in net assets. */
    public boolean isOnBalanceSheet() {
        return type == Type.ASSET || type == Type.LIABILITY;
    }

    /** Counts in the result of a period. */
    public boolean isResult() {
        return type == Type.INCOME || type == Type.EXPENSE;
    }
}
