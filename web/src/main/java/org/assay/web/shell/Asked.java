package org.assay.web.shell;

import jakarta.faces.context.FacesContext;
import java.util.Optional;

/**
 * What a page was asked for. Read from the request, of a link and of a form alike: the forms carry it in hidden fields, so
 * that no page is kept in the session.
 */
public final class Asked {
    private Asked() {}

    /** Empty when it was not given. */
    public static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(name))
                .orElse("");
    }
}
