package org.assay.reports.sheet;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.xssf.streaming.GZIPSheetDataWriter;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook whose rows go to temporary files as they come; few are in memory. The files are packed as fast as can be: half a
 * million lots would else take 600 MB of a disk that may be small, and packing them well would take longer than writing them.
 */
public final class Streaming extends SXSSFWorkbook {
    private static final int ROWS_IN_MEMORY = 100;

    /** @param workbook with what is not streamed: other sheets, styles, names */
    public Streaming(XSSFWorkbook workbook) {
        super(workbook, ROWS_IN_MEMORY);
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new Packed();
    }

    private static final class Packed extends GZIPSheetDataWriter {
        Packed() throws IOException {}

        @Override
        protected OutputStream decorateOutputStream(FileOutputStream file) throws IOException {
            return new Fast(file);
        }
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
