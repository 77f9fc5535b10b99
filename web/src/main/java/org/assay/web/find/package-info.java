/** From what somebody typed to the page that shows it. */
package org.assay.web.find;
