/** What a fund stands on: shown, asked to be changed, and agreed to. */
package org.assay.web.terms;
