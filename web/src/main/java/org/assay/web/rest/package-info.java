/** The REST interface: what the pages can do, for programs. Figures are strings, because a JSON number is often a double. */
package org.assay.web.rest;
