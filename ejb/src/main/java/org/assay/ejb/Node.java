package org.assay.ejb;

import java.util.Optional;

/** The server this runs in, by the name its operator gave it. */
public final class Node {
    private Node() {}

    public static String name() {
        return Optional.ofNullable(System.getProperty("jboss.node.name")).orElse("node");
    }
}
