package org.assay.reports;

/** What a report is written as. */
public enum Medium {
    PDF("application/pdf", "pdf", "PDF"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "Excel"),
    ZIP("application/zip", "zip", "zip");

    private final String type;
    private final String ending;
    private final String word;

    Medium(String type, String ending, String word) {
        this.type = type;
        this.ending = ending;
        this.word = word;
    }

    /** Media type, RFC 6838. */
    public String type() {
        return type;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** What people call it. */
    public String word() {
        return word;
    }
}
