/** Tests of the launcher as a person meets it: a process that is started, stopped and killed. */
package org.assay.it.launch;
