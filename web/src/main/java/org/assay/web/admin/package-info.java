/** People and what they may: one administrator asks, another grants. */
package org.assay.web.admin;
