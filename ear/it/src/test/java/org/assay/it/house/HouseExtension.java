package org.assay.it.house;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** How Arquillian finds the house; named in META-INF/services. */
public class HouseExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        RunningHouse.choosePorts();
        builder.observer(RunningHouse.class).observer(OneDeployment.class);
    }
}
