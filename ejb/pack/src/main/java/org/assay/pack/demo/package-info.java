/**
 * The demonstration fund: invented, labelled so, and made anew from a seed. Whoever changes it runs {@code assay demo} and
 * commits what came out; a test compares.
 */
package org.assay.pack.demo;
