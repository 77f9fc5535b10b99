/** The layouts of printed reports: written in {@code src/main/layouts}, compiled by the build, loaded here. */
package org.assay.reports.layout;
