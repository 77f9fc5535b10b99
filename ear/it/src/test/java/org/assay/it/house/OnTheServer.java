package org.assay.it.house;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
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
        letTheTestsIn(war);
        war.addAsLibraries(jarOf(org.assertj.core.api.Assertions.class));
        ear.delete(WAR);
        ear.addAsModule(war);
        return ear;
    }

    /** The application lets nobody in without a name, and the servlet that runs the tests inside has none. */
    private static void letTheTestsIn(WebArchive war) {
        String descriptor = "WEB-INF/web.xml";
        String signIn = "<url-pattern>/signin.xhtml</url-pattern>";
        try (InputStream written = war.get(descriptor).getAsset().openStream()) {
            String text = new String(written.readAllBytes(), StandardCharsets.UTF_8);
            String opened = text.replace(signIn, signIn + "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
            if (opened.equals(text)) {
                throw new IllegalStateException(descriptor + " has no " + signIn);
            }
            war.delete(descriptor);
            war.add(new StringAsset(opened), descriptor);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the archive cannot be read", unreadable);
        }
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
