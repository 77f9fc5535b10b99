/** Why a figure is what it is: a tree from the figure down to facts and prices, built when somebody asks, never stored. */
package org.assay.kernel.trail;
