package org.assay.web.excel;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.reports.table.TableBook;
import org.assay.web.list.ListModel;
import org.primefaces.component.api.DynamicColumn;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.row.Row;

/** A table as its page shows it, cell by cell; of a list that is turned page by page, all pages. */
final class ShownTable {
    private final FacesContext context;
    private final DataTable table;
    private final CellReader reader = new CellReader();

    ShownTable(FacesContext context, DataTable table) {
        this.context = context;
        this.table = table;
    }

    TableBook book(String title, String note) throws IOException {
        List<String> heads = new ArrayList<>();
        for (UIColumn column : columns()) {
            heads.add(Optional.ofNullable(column.getHeaderText()).orElse(""));
        }
        TableBook book = new TableBook(title, note, heads);
        ResponseWriter pageWriter = context.getResponseWriter();
        context.setResponseWriter(reader);
        try {
            rows(book);
            footer(book);
        } finally {
            if (pageWriter != null) {
                context.setResponseWriter(pageWriter);
            }
        }
        return book;
    }

    private void rows(TableBook book) throws IOException {
        try {
            if (table.getValue() instanceof ListModel<?> list) {
                list.each(row -> row(book, row));
            } else {
                ((Iterable<?>) table.getValue()).forEach(row -> row(book, row));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            context.getExternalContext().getRequestMap().remove(table.getVar());
        }
    }

    private void row(TableBook book, Object row) {
        context.getExternalContext().getRequestMap().put(table.getVar(), row);
        List<TableBook.Cell> cells = new ArrayList<>();
        try {
            for (UIColumn column : columns()) {
                cells.add(cell(column.getChildren()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        book.row(cells);
    }

    private void footer(TableBook book) throws IOException {
        var group = table.getColumnGroup("footer");
        if (group == null) {
            return;
        }
        for (UIComponent row : group.getChildren()) {
            List<TableBook.Cell> cells = new ArrayList<>();
            for (UIComponent child : row instanceof Row ? row.getChildren() : List.<UIComponent>of()) {
                UIColumn column = (UIColumn) child;
                UIComponent facet = column.getFacet("footer");
                cells.add(
                        facet == null
                                ? new TableBook.Text(column.getFooterText() == null ? "" : column.getFooterText())
                                : cell(List.of(facet)));
            }
            book.total(cells);
        }
    }

    private TableBook.Cell cell(List<UIComponent> parts) throws IOException {
        reader.begin();
        for (UIComponent part : parts) {
            part.encodeAll(context);
        }
        return reader.cell();
    }

    /** Those with something to read: a column of buttons is for acting. Dynamic ones stand ready to be read one by one. */
    private Iterable<UIColumn> columns() {
        return () -> table.getColumns().stream()
                .map(ShownTable::ready)
                .filter(UIColumn::isRendered)
                .filter(column -> !isForActing(column))
                .iterator();
    }

    private static UIColumn ready(UIColumn column) {
        if (column instanceof DynamicColumn dynamic) {
            dynamic.applyModel();
        }
        return column;
    }

    private static boolean isForActing(UIColumn column) {
        return column.getStyleClass() != null
                && List.of(column.getStyleClass().split(" ", -1)).contains("act");
    }
}
