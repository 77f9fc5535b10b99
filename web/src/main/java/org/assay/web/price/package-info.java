/** Prices that need a person. */
package org.assay.web.price;
