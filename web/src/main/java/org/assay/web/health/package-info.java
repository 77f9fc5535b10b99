/** Whether the house can work: asked by whoever sends it requests. */
package org.assay.web.health;
