/** Tests that run inside the container. The whole package goes into the war; what is here sees what the application sees. */
package org.assay.it.inside;
