/** What stands around every page: navigation, top bar, headers, and what is said when a page cannot be shown. */
package org.assay.web.shell;
