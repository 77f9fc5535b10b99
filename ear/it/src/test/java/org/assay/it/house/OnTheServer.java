package org.assay.it.house;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test on the archive that the build made, as it is deployed anywhere; never on a list of classes. */
@ExtendWith(ArquillianExtension.class)
public abstract class OnTheServer {
    private static final String WAR = "assay-web.war";

    /** The archive and, in its war, the tests that run inside. Made once, for all test classes ({@link OneDeployment}). */
    @Deployment
    public static EnterpriseArchive house() {
        File built = Path.of(System.getProperty("assay.root"), "ear/target/assay.ear")
                .toFile();
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, built);
        var war = ear.getAsType(WebArchive.class, WAR);
        war.addPackages(true, "org.assay.it.inside");
        war.addClass(OnTheServer.class);
        war.addAsLibraries(jarOf(org.assertj.core.api.Assertions.class));
        ear.delete(WAR);
        ear.addAsModule(war);
        return ear;
    }

    /** Root of the application, for tests from outside. */
    protected static URI address() {
        return URI.create("http://127.0.0.1:" + System.getProperty(RunningHouse.PORT) + "/assay/");
    }

    private static File jarOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }
}
