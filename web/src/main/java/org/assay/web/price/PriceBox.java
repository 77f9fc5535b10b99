package org.assay.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assay.db.PriceProposal;
import org.assay.db.StrikeHead;
import org.assay.ejb.Clearance;
import org.assay.ejb.ManualPrices;
import org.assay.ejb.Previews;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.money.Plain;
import org.assay.kernel.pricing.Quote;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.nav.Effect;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** What a person says about a price, and a second one after. What a role may not do is not offered here, and refused below. */
@Named
@RequestScoped
public class PriceBox {
    private static final String MESSAGES = "say";

    @Inject
    private ManualPrices manual;

    @Inject
    private Clearance clearance;

    @Inject
    private Previews previews;

    @Inject
    private PricePage page;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Known known;

    private String price = "";
    private String reason = "";
    private String evidence = "";
    private String word = "";
    private String request = UUID.randomUUID().toString();
    private Optional<Part> file = Optional.empty();
    private Optional<Effect> effect = Optional.empty();
    private Optional<Effect> proposed = Optional.empty();
    private String done = "";

    /** A proposal that was decided, or waits. */
    public record ProposalRow(
            long id,
            Figure price,
            String source,
            String reason,
            String evidence,
            String attached,
            String attachedAddress,
            String by,
            String word,
            String chip,
            boolean isOpen) {}

    public List<ProposalRow> getProposals() {
        return page.sheet().proposals().stream().map(this::row).toList();
    }

    private ProposalRow row(PriceProposal proposal) {
        return new ProposalRow(
                proposal.id(),
                Figure.of(proposal.price()),
                proposal.source(),
                proposal.reason(),
                proposal.evidence(),
                proposal.attached().orElse(""),
                "evidence?fund=%s&proposal=%s".formatted(page.getFund(), Long.toString(proposal.id())),
                "%s, %s".formatted(proposal.proposedBy(), Moments.local(proposal.proposedAt(), page.zone())),
                proposal.word()
                        .map(said -> "%s, %s: “%s”"
                                .formatted(said.by(), Moments.local(said.at(), page.zone()), said.reason()))
                        .orElse(""),
                proposal.word()
                        .map(said -> said.act() == PriceProposal.Act.ACCEPT ? "Approved" : "Rejected")
                        .orElse("Review"),
                proposal.isOpen());
    }

    private Optional<PriceProposal> open() {
        return page.sheet().proposals().stream().filter(PriceProposal::isOpen).findFirst();
    }

    // ---- the first person ------------------------------------------------------------------------------------------

    /** While one waits, no other is asked for. */
    public boolean isSayable() {
        return shell.isOperator(page.getFund()) && open().isEmpty() && !isSigned();
    }

    private boolean isSigned() {
        return page.sheet().head().filter(StrikeHead::isApproved).isPresent();
    }

    /** Shows what the price would do; nothing is kept. */
    public void preview() {
        attempt("No price", () -> {
            effect = previews.preview(page.getFund(), said()).map(Effect::of);
            return effect.isPresent() ? "" : "This price is known already.";
        });
    }

    public void propose() {
        attempt("Not proposed", () -> {
            ManualPrices.Said said = said();
            manual.propose(page.getFund(), said);
            return "Proposed: %s %s for %s. A second person decides; nothing has changed yet."
                    .formatted(Plain.text(said.price()), page.getCurrency(), said.date());
        });
    }

    private ManualPrices.Said said() {
        BigDecimal number;
        try {
            number = new BigDecimal(price.strip());
        } catch (NumberFormatException notANumber) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    page.getInstrument(),
                    "price",
                    price,
                    "a plain number such as 1234.5, without separators");
        }
        return new ManualPrices.Said(
                page.getInstrument(),
                page.sheet().date(),
                number,
                isPublished(number),
                reason.strip(),
                evidence.strip(),
                file.filter(sent -> sent.getSize() > 0).map(PriceBox::attachment),
                request);
    }

    /** The figure that was published for the day is confirmed; any other is said anew. */
    private boolean isPublished(BigDecimal number) {
        return published()
                .filter(quote -> quote.price().perUnit().compareTo(number) == 0)
                .isPresent();
    }

    private Optional<Quote> published() {
        return page.sheet().series().stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL
                        && quote.date().equals(page.sheet().date()))
                .reduce((earlier, later) -> later);
    }

    private static PriceProposal.Attachment attachment(Part sent) {
        if (sent.getSize() > PriceProposal.Attachment.LARGEST) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    sent.getSubmittedFileName(),
                    "file",
                    sent.getSize() + " bytes",
                    "at most %s bytes".formatted(PriceProposal.Attachment.LARGEST));
        }
        return new PriceProposal.Attachment(sent.getSubmittedFileName(), Asked.bytes(sent));
    }

    /** What the person is asked for. */
    public String getSayTitle() {
        if (known.isThen()) {
            return "What people said";
        }
        if (open().isPresent()) {
            return "A price is proposed";
        }
        return published().isPresent() ? "Confirm the price, or say another" : "Say a price";
    }

    public String getHint() {
        return published()
                .map(quote ->
                        "Published by %s: %s. Enter the same figure to confirm it, or another one for a manual price."
                                .formatted(
                                        quote.source(), Figure.of(quote.price()).text()))
                .orElse("Nobody published a price of this day. A manual price counts for this day alone.");
    }

    public String getProposeButton() {
        return "Propose the price for %s".formatted(page.getDate());
    }

    // ---- the second person -----------------------------------------------------------------------------------------

    public boolean isDecidable() {
        return open().isPresent()
                && (isAcceptable() || shell.isOperator(page.getFund()) || shell.isApprover(page.getFund()));
    }

    public boolean isAcceptable() {
        return shell.isApprover(page.getFund())
                && open().filter(proposal -> !proposal.proposedBy().equals(shell.getUser()))
                        .isPresent();
    }

    public String getAcceptButton() {
        return open().map(proposal -> "Accept %s for %s".formatted(proposal.price(), proposal.date()))
                .orElse("");
    }

    public String getDecideSentence() {
        if (open().isEmpty()) {
            return "";
        }
        return isAcceptable()
                ? "With your word it counts, and the day is struck again with it. It cannot be taken back."
                : "A price is accepted by a second person: an approver who did not propose it.";
    }

    /** What the waiting proposal would do: two strikes, however often the page asks. */
    public Effect getProposedEffect() {
        if (proposed.isEmpty()) {
            proposed = Optional.of(open().map(this::effect).orElse(Effect.NONE));
        }
        return proposed.get();
    }

    private Effect effect(PriceProposal proposal) {
        try {
            return previews.preview(proposal).map(Effect::of).orElse(Effect.NONE);
        } catch (FundException refused) {
            return Effect.refused(refused.getMessage());
        }
    }

    public void accept() {
        attempt("Not accepted", () -> {
            PriceProposal proposal = open().orElseThrow(this::nothingOpen);
            Optional<StrikeHead> head = clearance.accept(proposal.fund(), proposal.id(), word.strip());
            return "Accepted. %s"
                    .formatted(head.map(nav -> "NAV %s is struck, version %s, attempt %s: %s."
                                    .formatted(
                                            nav.date(),
                                            Integer.toString(nav.strike().version()),
                                            Integer.toString(nav.strike().attempt()),
                                            StruckNavs.word(nav.status()).toLowerCase(Locale.ROOT)))
                            .orElse("The day is not struck yet."));
        });
    }

    public void reject() {
        attempt("Not rejected", () -> {
            PriceProposal proposal = open().orElseThrow(this::nothingOpen);
            manual.reject(proposal.fund(), proposal.id(), word.strip());
            return "Rejected: %s is not used.".formatted(proposal.price());
        });
    }

    private FundException nothingOpen() {
        return new FundException(
                ErrorCode.NOT_OPEN,
                page.getInstrument(),
                "price",
                "decided",
                "a proposed price nobody has decided about");
    }

    private void attempt(String not, Supplier<String> act) {
        try {
            done = act.get();
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        }
        page.forget();
        proposed = Optional.empty();
        overview.refresh();
    }

    public String getStrikeAddress() {
        return "strike.xhtml?fund=%s&date=%s".formatted(page.getFund(), page.getDate());
    }

    public boolean isStruck() {
        return page.sheet().head().isPresent();
    }

    public Effect getEffect() {
        return effect.orElse(Effect.NONE);
    }

    public String getDone() {
        return done;
    }

    public String getPrice() {
        return price.isEmpty()
                ? published().map(quote -> Plain.text(quote.price().perUnit())).orElse("")
                : price;
    }

    public void setPrice(String price) {
        this.price = Optional.ofNullable(price).orElse("");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = Optional.ofNullable(evidence).orElse("");
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = Optional.ofNullable(word).orElse("");
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request =
                Optional.ofNullable(request).filter(key -> !key.isEmpty()).orElse(this.request);
    }

    public Part getFile() {
        return file.orElse(null);
    }

    public void setFile(Part file) {
        this.file = Optional.ofNullable(file);
    }
}
