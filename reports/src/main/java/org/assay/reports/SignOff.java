package org.assay.reports;

import java.time.Instant;

/**
 * What a person did about a NAV.
 *
 * @param act in one word: approved, published, cleared
 * @param reason in their own words; empty when none was asked for
 */
public record SignOff(String person, String act, Instant at, String reason) {}
