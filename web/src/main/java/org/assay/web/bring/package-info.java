/** What is too large for a form: a fund's pack, or a long file of rows; how far it is sent, and what came of it. */
package org.assay.web.bring;
