/** Tests that speak to the running application as a program does, over the REST interface. */
package org.assay.it.rest;
