/**
 * The house on one machine: the database and the server, started and stopped together.
 *
 * <p>A developer and the tests on the built application need the same thing, so there is one way to start it. The
 * launcher knows processes, ports and folders, and no class of the application: it starts what was built, as an
 * operator would.
 */
package org.assay.launcher;
