package org.assay.pack.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of a file as text, if they are what a pack allows: UTF-8 without a mark, whole lines, ended by LF or CRLF.
 */
public final class SourceText {
    private static final String MARK = "\uFEFF";

    private SourceText() {}

    /** @return empty when it was refused */
    public static Optional<String> read(String file, byte[] bytes, Refusals refusals) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            refusals.add(
                    file,
                    lines(text) + 1,
                    "",
                    "byte "
                            + HexFormat.of()
                                    .withUpperCase()
                                    .toHexDigits(bytes[text.getBytes(StandardCharsets.UTF_8).length]),
                    "UTF-8");
            return Optional.empty();
        }
        return Optional.of(text).filter(whole -> isWhole(file, whole, refusals));
    }

    private static boolean isWhole(String file, String text, Refusals refusals) {
        if (text.startsWith(MARK)) {
            refusals.add(file, 1, "", "byte order mark", "UTF-8 without one");
            return false;
        }
        if (!text.endsWith("\n")) {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            refusals.add(file, lines(text) + 1, "", last, "a line end at the end of the file: it may have been cut");
            return false;
        }
        for (int i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1)) {
            if (text.charAt(i + 1) != '\n') {
                refusals.add(file, lines(text.substring(0, i)) + 1, "", "CR", "lines that end with LF or CRLF");
                return false;
            }
        }
        return true;
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }
}
