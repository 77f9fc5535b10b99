package org.assay.batch.quartz;

import org.assay.ejb.Node;
import org.quartz.spi.InstanceIdGenerator;

/** Names this node in the cluster. A node that starts again is another one: its jobs of before are recovered. */
public final class NodeId implements InstanceIdGenerator {
    @Override
    public String generateInstanceId() {
        return "%s-%s"
                .formatted(Node.name(), Long.toString(ProcessHandle.current().pid()));
    }
}
