/**
 * The desk: the pages on which a fund administrator works all day and signs NAVs, and the REST interface.
 *
 * <p>A page shows kernel records and asks use cases to act; it holds no rule, because a rule on a page does not apply
 * to the file that arrives at night. What may not be done is refused below, and the page says who must act.
 *
 * <p>Here live the pages with their beans, and the resources of the REST interface.
 */
package org.assay.web;
