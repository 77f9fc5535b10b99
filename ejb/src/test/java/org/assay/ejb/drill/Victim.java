package org.assay.ejb.drill;

/** What is killed. */
enum Victim {
    /** The process that strikes. */
    APPLICATION,
    /** PostgreSQL: its first process, and then all the others. */
    DATABASE,
    /** Both, one right after the other. */
    BOTH,
    /** No process: the connections between the two, after a commit was sent. */
    WIRE;

    boolean hasApplication() {
        return this == APPLICATION || this == BOTH;
    }

    boolean hasDatabase() {
        return this == DATABASE || this == BOTH;
    }
}
