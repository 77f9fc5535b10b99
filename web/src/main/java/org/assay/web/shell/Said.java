package org.assay.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.assay.kernel.FundException;

/** What a form answers. */
public final class Said {
    private Said() {}

    /** @param not what did not happen: {@code Not granted} */
    public static void no(String form, String not, FundException refused) {
        say(
                form,
                FacesMessage.SEVERITY_ERROR,
                "%s: %s is %s, expected %s.".formatted(not, refused.field(), refused.value(), refused.expected()));
    }

    public static void no(String form, String text) {
        say(form, FacesMessage.SEVERITY_ERROR, text);
    }

    public static void yes(String form, String text) {
        say(form, FacesMessage.SEVERITY_INFO, text);
    }

    private static void say(String form, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(form, new FacesMessage(severity, text, ""));
    }
}
