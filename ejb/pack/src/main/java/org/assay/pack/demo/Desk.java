package org.assay.pack.demo;

/** One who acts for an illustrative fund, by rule, and writes down what was done; knows nothing later than the look's day. */
interface Desk {
    void act(Look look);
}
