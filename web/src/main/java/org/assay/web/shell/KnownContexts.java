package org.assay.web.shell;

import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.lifecycle.Lifecycle;

/** Puts {@link KnownLinks} before whatever writes a page. */
public class KnownContexts extends FacesContextFactory {
    /** For Faces, which gives it the factory it stands before. */
    public KnownContexts(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle)
            throws FacesException {
        return new Context(getWrapped().getFacesContext(context, request, response, lifecycle));
    }

    private static final class Context extends FacesContextWrapper {
        Context(FacesContext wrapped) {
            super(wrapped);
            setCurrentInstance(this);
        }

        @Override
        public void setResponseWriter(ResponseWriter writer) {
            super.setResponseWriter(writer instanceof KnownLinks ? writer : new KnownLinks(writer));
        }
    }
}
