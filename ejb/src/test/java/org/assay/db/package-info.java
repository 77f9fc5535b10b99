/** What the tests of this module need of the stores' inside. */
package org.assay.db;
