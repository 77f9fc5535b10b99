package org.assay.web.shell;

/** A way to look at a list: only what stands so. */
public record Filter(String word, String address, boolean isOn, long count) {}
