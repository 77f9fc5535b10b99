package org.assay.web.shell;

/** A choice of a list; {@code isOn} when it is the one that counts. */
public record Choice(String value, String word, boolean isOn) {}
