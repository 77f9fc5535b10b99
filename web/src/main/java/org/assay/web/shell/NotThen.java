package org.assay.web.shell;

/**
 * Something that was not there yet at the moment the desk is looked at.
 *
 * @param what in words of ours alone: {@code This NAV was not struck by 2026-01-01 20:00 UTC}
 * @param page where it may be now, as a parameter of an address
 */
record NotThen(String what, String page) {
    /** Of the request, for the page that is shown instead. */
    static final String ATTRIBUTE = "org.assay.web.shell.NotThen";
}
