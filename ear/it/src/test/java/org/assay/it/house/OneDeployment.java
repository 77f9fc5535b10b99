package org.assay.it.house;

import java.util.Optional;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Deploys for the first test class and lets all others find that deployment as theirs.
 *
 * <p>Arquillian deploys for each class. Ours all want the same archive, and a migration, a scheduler and a set of
 * pages that start again for each class would be most of the time of a build.
 */
public class OneDeployment {
    @Inject
    @ClassScoped
    private InstanceProducer<DeploymentScenario> scenario;

    private Optional<DeploymentScenario> first = Optional.empty();
    private boolean isDeployed;

    public void generate(@Observes EventContext<GenerateDeployment> context) {
        if (first.isEmpty()) {
            context.proceed();
            first = Optional.of(scenario.get());
        } else {
            scenario.set(first.get());
        }
    }

    public void deploy(@Observes EventContext<DeployManagedDeployments> context) {
        if (!isDeployed) {
            context.proceed();
            isDeployed = true;
        }
    }

    /** It ends with the server. */
    public void undeploy(@Observes EventContext<UnDeployManagedDeployments> context) {}
}
