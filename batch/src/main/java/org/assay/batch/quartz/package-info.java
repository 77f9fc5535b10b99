/**
 * Quartz inside the server: clustered on the books' own database, on threads the server manages, with jobs that are
 * injected. It decides when, and on which node; what is done, a use case does.
 */
package org.assay.batch.quartz;
