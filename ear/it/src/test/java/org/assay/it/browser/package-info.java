/** Tests that look at the running application as a person does, in a browser. */
package org.assay.it.browser;
