/** Records where the platform does not know them yet: on pages, and in JSON. */
package org.assay.web.record;
