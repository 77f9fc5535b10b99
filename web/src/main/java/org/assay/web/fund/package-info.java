/** One fund: how it went, what it holds, and its terms in plain words. */
package org.assay.web.fund;
