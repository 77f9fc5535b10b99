package org.assay.web.strike;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.trail.Trail;
import org.assay.web.figure.Figure;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;

/** Why a figure is what it is, as a tree that opens down to facts and prices. */
@Named
@RequestScoped
public class TrailPanel {
    /** Levels that stand open at first: the figure and what it is made of. */
    private static final int OPEN = 2;

    @Inject
    private StrikePage page;

    private String figure = "";

    /**
     * A line of the tree.
     *
     * @param source the row it came from; empty when it was computed
     */
    public record Node(String label, Figure value, String unit, String source) {}

    /** Asked for from a link on the page, by the name of the figure. */
    public void open() {
        figure = Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("figure"))
                .orElse("");
    }

    public boolean isOpen() {
        return !figure.isEmpty();
    }

    public TreeNode<Node> getRoot() {
        TreeNode<Node> root = new DefaultTreeNode<>();
        if (isOpen()) {
            try {
                var nav = page.struck().nav();
                root.getChildren().add(node(NavTrail.of(nav.inputs(), nav.result(), figure), 0));
            } catch (FundException unknown) {
                root.getChildren()
                        .add(new DefaultTreeNode<>(new Node(
                                "%s is no figure of this day: expected %s".formatted(figure, unknown.expected()),
                                Figure.NONE,
                                "",
                                "")));
            }
        }
        return root;
    }

    private static TreeNode<Node> node(Trail trail, int level) {
        String source = trail.source()
                .map(row -> row.kind() + " " + String.join(", ", row.identity()))
                .orElse("");
        TreeNode<Node> node = new DefaultTreeNode<>(
                new Node(trail.label(), shown(trail), trail.unit(), source));
        node.setExpanded(level < OPEN);
        trail.from().forEach(part -> node.getChildren().add(node(part, level + 1)));
        return node;
    }

    /** As the offline command prints it, thousands separated. */
    private static Figure shown(Trail trail) {
        boolean isMoney = trail.value().scale() == 2;
        return isMoney ? Figure.money(trail.value(), 2, trail.unit()) : Figure.plain(trail.value());
    }

    public String getFigure() {
        return figure;
    }

    public void setFigure(String figure) {
        this.figure = Optional.ofNullable(figure).orElse("");
    }
}
