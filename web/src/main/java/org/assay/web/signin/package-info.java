/**
 * Who is asking. One mechanism for both doors: the pages know a person by the session, the REST interface by what stands
 * in each request, and never the one by the other's. A session begins with a password, or with the word of the house's
 * provider (docs/adr/0022).
 */
package org.assay.web.signin;
