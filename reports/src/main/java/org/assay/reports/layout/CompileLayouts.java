package org.assay.reports.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compiles every layout of a folder; the build calls it, the server never does. A table is told by its columns alone: {@code
 * tables.xsl} makes its layout, so that how a table looks stands in one place. What is no table is a layout of its own.
 */
public final class CompileLayouts {
    private static final String STYLES = "<!-- styles -->";

    private CompileLayouts() {}

    /** @param args the folder of the layouts, and the folder for what they become */
    public static void main(String[] args)
            throws IOException, JRException, SAXException, ParserConfigurationException, TransformerException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        String styles = Files.readString(from.resolve("styles.xml"));
        SortedMap<String, String> layouts = tables(from);
        for (Path layout : files(from, ".jrxml")) {
            put(layouts, layout.getFileName().toString().replace(".jrxml", ""), Files.readString(layout));
        }
        for (String name : layouts.keySet()) {
            byte[] source = layouts.get(name).replace(STYLES, styles).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = Files.newOutputStream(to.resolve(name + ".jasper"))) {
                JasperCompileManager.compileReportToStream(new ByteArrayInputStream(source), out);
            }
        }
        Files.write(to.resolve("srgb.icc"), SrgbProfile.bytes());
    }

    private static SortedMap<String, String> tables(Path folder)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        Transformer look = TransformerFactory.newInstance()
                .newTransformer(new StreamSource(folder.resolve("tables.xsl").toFile()));
        SortedMap<String, String> layouts = new TreeMap<>();
        for (Path file : files(folder, ".tables.xml")) {
            NodeList tables = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("table");
            for (int i = 0; i < tables.getLength(); i++) {
                Element table = (Element) tables.item(i);
                StringWriter layout = new StringWriter();
                look.transform(new DOMSource(table), new StreamResult(layout));
                put(layouts, table.getAttribute("name"), layout.toString());
            }
        }
        return layouts;
    }

    private static void put(SortedMap<String, String> layouts, String name, String layout) {
        if (layouts.putIfAbsent(name, layout) != null) {
            throw new IllegalStateException("two layouts are called " + name);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
