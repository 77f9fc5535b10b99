package org.assay.pack;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of one run of the command. */
record Ran(int exit, String out, String err) {
    static Ran assay(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        int exit = Assay.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(exit, out.toString(), err.toString());
    }
}
