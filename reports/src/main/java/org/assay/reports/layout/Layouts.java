package org.assay.reports.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The compiled layouts, each loaded once: they are never changed and may be filled by many at the same time. */
public final class Layouts {
    private static final Map<String, JasperReport> LOADED = new ConcurrentHashMap<>();

    private Layouts() {}

    /** @param name of its file in {@code src/main/layouts}, without the ending */
    public static JasperReport of(String name) {
        return LOADED.computeIfAbsent(name, Layouts::load);
    }

    private static JasperReport load(String name) {
        try (InputStream in = Layouts.class.getResourceAsStream(name + ".jasper")) {
            if (in == null) {
                throw new IllegalStateException("layout %s was not compiled into this jar".formatted(name));
            }
            return (JasperReport) JRLoader.loadObject(in);
        } catch (IOException | JRException e) {
            throw new IllegalStateException("layout %s cannot be read".formatted(name), e);
        }
    }
}
