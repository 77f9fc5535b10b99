/**
 * Demonstration funds: invented, labelled so, and made anew from a seed. ILL-COMPUTE lies in the source tree: whoever changes it
 * runs {@code assay demo} and commits what came out; a test compares. The three funds of the living demo are made where they
 * are needed; a test pins their digests.
 */
package org.assay.pack.demo;
