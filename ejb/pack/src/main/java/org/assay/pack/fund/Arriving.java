package org.assay.pack.fund;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;
import org.assay.pack.table.TableRows;

/**
 * A kind of row that keeps coming in for a fund that is here: facts, prices and rates, each in the layout of the pack's
 * file of its name. When we learned of them is ours to say, so what is sent has no column {@code recorded}.
 *
 * @param counts from when a row counts
 */
public record Arriving<T>(Table<T> table, Function<T, Instant> counts) {
    private static final String RECORDED = "recorded";

    /** The name it is sent under: {@code trades} for {@code facts/trades.csv}. */
    public String kind() {
        String file = table.file();
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
    }

    /** @param recorded when we learned of it */
    public TableRows<T> read(byte[] content, Instant recorded, Refusals refusals) {
        return table.read(content, new TreeMap<>(Map.of(RECORDED, recorded.toString())), refusals);
    }

    /** Rows as a file that is sent, in the order they come. */
    public String write(List<T> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columns().stream()
                    .filter(name -> !name.equals(RECORDED))
                    .toList());
            rows.forEach(row -> csv.writeRecord(says(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory that cannot be written", e);
        }
        return text.toString();
    }

    /** What a row is about, whenever we learned of it. */
    public List<String> about(T row) {
        return cells(row, table.identity());
    }

    /** What a row says, whenever we learned of it: sent twice it says the same. */
    public List<String> says(T row) {
        return cells(row, table.columns());
    }

    private List<String> cells(T row, List<String> names) {
        List<String> cells = table.cells(row);
        return names.stream()
                .filter(name -> !name.equals(RECORDED))
                .map(name -> cells.get(table.columns().indexOf(name)))
                .toList();
    }
}
