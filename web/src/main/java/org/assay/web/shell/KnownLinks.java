package org.assay.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the moment that is looked at in every link and form between pages. It is done where links are written, so that no page
 * has to remember it, and none can forget it.
 */
final class KnownLinks extends ResponseWriterWrapper {
    private static final Map<String, String> ADDRESSES = Map.of("a", "href", "form", "action");

    private String element = "";
    private Optional<Known> known = Optional.empty();

    KnownLinks(ResponseWriter wrapped) {
        super(wrapped);
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
        element = name;
        super.startElement(name, component);
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
        super.writeAttribute(name, kept(name, value), property);
    }

    @Override
    public void writeURIAttribute(String name, Object value, String property) throws IOException {
        super.writeURIAttribute(name, kept(name, value), property);
    }

    private Object kept(String attribute, Object value) {
        boolean isAddress = Objects.equals(ADDRESSES.get(element), attribute) && value instanceof String;
        return isAddress ? known().carry((String) value) : value;
    }

    /** Looked up once: a file of a long list has as many links as rows. */
    private Known known() {
        if (known.isEmpty()) {
            known = Optional.of(CDI.current().select(Known.class).get());
        }
        return known.get();
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new KnownLinks(super.cloneWithWriter(writer));
    }
}
