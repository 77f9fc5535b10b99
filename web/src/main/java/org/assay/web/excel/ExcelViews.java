package org.assay.web.excel;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.web.figure.Moments;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;
import org.assay.web.shell.Shell;
import org.primefaces.component.datatable.DataTable;

/** Answers {@code excel=holdings} with the page's table of that id instead of the page. */
public class ExcelViews extends ViewHandlerWrapper {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** For Faces, which gives it the handler it stands before. */
    public ExcelViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void renderView(FacesContext context, UIViewRoot view) throws IOException {
        String id = Asked.parameter("excel");
        if (id.isEmpty()) {
            super.renderView(context, view);
            return;
        }
        getViewDeclarationLanguage(context, view.getViewId()).buildView(context, view);
        Optional<DataTable> table = find(view, id);
        if (table.isPresent()) {
            write(context, table.get());
        } else {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such list");
        }
        context.responseComplete();
    }

    private static void write(FacesContext context, DataTable table) throws IOException {
        ExternalContext external = context.getExternalContext();
        Shell shell = CDI.current().select(Shell.class).get();
        Known known = CDI.current().select(Known.class).get();
        Instant now = CDI.current().select(Clock.class).get().instant();
        String name = name(table.getId());
        String note = "%s · %s · made %s by %s"
                .formatted(
                        known.carry(shell.getAddress()),
                        known.getLabel(),
                        Moments.at(now, ZoneOffset.UTC),
                        shell.getUser());
        external.setResponseContentType(XLSX);
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"%s.xlsx\"".formatted(name));
        new ShownTable(context, table).book(name, note).write(name, now, external.getResponseOutputStream());
    }

    /** {@code ILL-COMPUTE-2026-05-29-positions}: what the page is about, and the table. */
    private static String name(String table) {
        return Stream.of(Asked.parameter("id"), Asked.parameter("fund"), Asked.parameter("date"), table)
                .filter(part -> part.matches("[A-Za-z0-9._-]+"))
                .collect(Collectors.joining("-"));
    }

    /** Only what is shown: a part of the page that is left out has no lists. */
    private static Optional<DataTable> find(UIComponent in, String id) {
        if (!in.isRendered()) {
            return Optional.empty();
        }
        if (in instanceof DataTable table && id.equals(table.getId())) {
            return Optional.of(table);
        }
        Optional<DataTable> found = Optional.empty();
        for (Iterator<UIComponent> parts = in.getFacetsAndChildren(); parts.hasNext() && found.isEmpty(); ) {
            found = find(parts.next(), id);
        }
        return found;
    }
}
