/**
 * One database, one server and one deployment for all tests on the built application.
 *
 * <p>Starting them costs half a minute, so they are started once, by the launcher's own classes, on ports that are free
 * at the moment, and shared by the tests inside the container, over REST and in the browser. A test class is one of
 * them by extending {@link org.assay.it.house.OnTheServer}; it lies in {@code org.assay.it.inside} when it runs in the
 * container, elsewhere when it looks from outside.
 */
package org.assay.it.house;
