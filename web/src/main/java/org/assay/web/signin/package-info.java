/**
 * Who is asking. One mechanism for both doors: the pages know a person by the session, the REST interface by what stands
 * in each request, and never the one by the other's.
 */
package org.assay.web.signin;
