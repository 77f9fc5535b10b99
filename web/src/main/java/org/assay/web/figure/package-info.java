/** How figures are shown on a page: rounded for the eye at most, exact on hover. */
package org.assay.web.figure;
