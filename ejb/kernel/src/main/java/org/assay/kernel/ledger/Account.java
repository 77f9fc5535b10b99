package org.assay.kernel.ledger;

/** The chart of accounts, whole: an account stands here before the first event that needs it. */
public enum Account {
    CASH_AT_BANK("1000", "Cash at bank", Type.ASSET, true),
    CASH_AT_FCM("1010", "Cash at FCM or derivatives venue, free balance", Type.ASSET, true),
    INITIAL_MARGIN("1020", "Initial margin deposited at FCM, restricted", Type.ASSET, true),
    VARIATION_MARGIN_RECEIVABLE("1030", "Variation margin receivable", Type.ASSET, true),
    TOKENS_AT_COST("1100", "Investments at cost: tokens", Type.ASSET, false),
    SECURITIES_AT_COST("1110", "Investments at cost: other securities and ETPs", Type.ASSET, false),
    UNREALISED_PRICE("1150", "Unrealised appreciation: price", Type.ASSET, false),
    UNREALISED_CURRENCY("1160", "Unrealised appreciation: currency", Type.ASSET, false),
    OPEN_TRADE_EQUITY("1170", "Open trade equity: perpetuals and non-daily-settled derivatives", Type.ASSET, false),
    UNREALISED_CLASS_HEDGE("1180", "Unrealised on class FX forwards", Type.ASSET, false),
    RECEIVABLE_FOR_SALES("1200", "Receivable for investments sold", Type.ASSET, true),
    SUBSCRIPTIONS_RECEIVABLE("1210", "Subscriptions receivable", Type.ASSET, true),
    STAKING_RECEIVABLE("1220", "Staking rewards receivable", Type.ASSET, false),
    DUE_FROM_MANAGER("1230", "Due from manager: expense cap", Type.ASSET, true),
    DUE_FROM_ADMINISTRATOR("1240", "Due from administrator: NAV error", Type.ASSET, true),
    INTEREST_RECEIVABLE("1250", "Accrued interest receivable", Type.ASSET, true),
    PAYABLE_FOR_PURCHASES("2000", "Payable for investments purchased", Type.LIABILITY, true),
    REDEMPTIONS_PAYABLE("2010", "Redemptions payable", Type.LIABILITY, true),
    SUBSCRIPTIONS_IN_ADVANCE("2020", "Subscriptions received in advance", Type.LIABILITY, true),
    VARIATION_MARGIN_PAYABLE("2030", "Variation margin payable", Type.LIABILITY, true),
    MANAGEMENT_FEE_PAYABLE("2100", "Management fee payable", Type.LIABILITY, true),
    ADMINISTRATION_FEE_PAYABLE("2110", "Administration fee payable", Type.LIABILITY, true),
    PERFORMANCE_FEE_ACCRUED("2120", "Performance fee accrued, not crystallised", Type.LIABILITY, true),
    PERFORMANCE_FEE_PAYABLE("2130", "Performance fee payable, crystallised", Type.LIABILITY, true),
    OTHER_EXPENSES_PAYABLE("2140", "Other expenses payable", Type.LIABILITY, true),
    DISTRIBUTIONS_PAYABLE("2150", "Distributions payable", Type.LIABILITY, true),
    SHARES_ISSUED("3000", "Capital: shares issued", Type.CAPITAL, false),
    SHARES_REDEEMED("3010", "Capital: shares redeemed", Type.CAPITAL, false),
    DISTRIBUTIONS("3020", "Distributions to holders", Type.CAPITAL, false),
    RESULT_BROUGHT_FORWARD("3030", "Accumulated result brought forward", Type.CAPITAL, false),
    REALISED_PRICE("4000", "Realised gain or loss: price", Type.INCOME, false),
    REALISED_CURRENCY("4010", "Realised gain or loss: currency", Type.INCOME, false),
    REALISED_FUTURES("4020", "Realised gain or loss: futures", Type.INCOME, false),
    REALISED_IN_KIND("4030", "Realised gain or loss: in-kind redemptions", Type.INCOME, false),
    REALISED_CLASS_HEDGE("4040", "Realised gain or loss: class hedge", Type.INCOME, false),
    CHANGE_UNREALISED_PRICE("4100", "Change in unrealised: price", Type.INCOME, false),
    CHANGE_UNREALISED_CURRENCY("4110", "Change in unrealised: currency", Type.INCOME, false),
    CHANGE_UNREALISED_FUTURES("4120", "Change in unrealised: futures and perpetuals", Type.INCOME, false),
    CHANGE_UNREALISED_CLASS_HEDGE("4130", "Change in unrealised: class hedge", Type.INCOME, false),
    STAKING_INCOME("4200", "Staking income", Type.INCOME, false),
    AIRDROP_INCOME("4210", "Airdrop and fork income", Type.INCOME, false),
    FUNDING_RECEIVED("4220", "Perpetual funding received", Type.INCOME, false),
    OTHER_INCOME("4230", "Other income: transaction fees, compensation", Type.INCOME, false),
    INTEREST_INCOME("4240", "Interest income: cash, bills, margin", Type.INCOME, false),
    MANAGEMENT_FEE("5000", "Management fee expense", Type.EXPENSE, false),
    ADMINISTRATION_FEE("5010", "Administration fee expense", Type.EXPENSE, false),
    PERFORMANCE_FEE("5020", "Performance fee expense", Type.EXPENSE, false),
    COMMISSION("5030", "Commission and clearing expense", Type.EXPENSE, false),
    NETWORK_FEE("5040", "Network (gas) fee expense", Type.EXPENSE, false),
    FUNDING_PAID("5050", "Perpetual funding paid", Type.EXPENSE, false),
    STAKING_COMMISSION("5060", "Staking commission expense", Type.EXPENSE, false),
    OTHER_EXPENSES("5070", "Other expenses", Type.EXPENSE, false),
    EXPENSE_REIMBURSEMENT("5090", "Expense reimbursement, contra", Type.EXPENSE, false);

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
