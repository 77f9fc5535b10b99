/** The start page: what needs a person, then how every fund stands. */
package org.assay.web.today;
