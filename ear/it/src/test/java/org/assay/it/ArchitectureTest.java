package org.assay.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The house and its direction (docs/adr/0001), held over the compiled classes of every module. */
@AnalyzeClasses(locations = House.class)
class ArchitectureTest {
    private static final String KERNEL = "org.assay.kernel..";

    /** Each module with those it may see: {@code kernel <- pack <- db <- ejb <- batch <- web}, and the way of reports. */
    private static final Map<String, List<String>> MODULES = new TreeMap<>(Map.of(
            "kernel", List.of(),
            "pack", List.of("kernel"),
            "db", List.of("kernel", "pack"),
            "reports", List.of("kernel", "pack"),
            "ejb", List.of("kernel", "pack", "db", "reports"),
            "batch", List.of("kernel", "pack", "db", "reports", "ejb"),
            "web", List.of("kernel", "pack", "db", "reports", "ejb", "batch"),
            "launcher", List.of()));

    /** Packages of the kernel, lowest first. A package sees those of earlier rows, never its neighbour in the row. */
    private static final List<List<String>> KERNEL_ROWS = List.of(
            List.of("money"),
            List.of("trail", "calendar"),
            List.of("instrument"),
            List.of("ledger", "pricing"),
            List.of("roll", "token"),
            List.of("fee"),
            List.of("nav"),
            List.of("compliance"));

    // ---- direction ----------------------------------------------------------------------------------------------

    @ArchTest
    static void every_module_is_looked_at(JavaClasses house) {
        for (String module : MODULES.keySet()) {
            assertThat(house.stream().map(JavaClass::getPackageName))
                    .as("classes of module %s", module)
                    .anyMatch(name -> (name + ".").startsWith("org.assay." + module + "."));
        }
    }

    @ArchTest
    static final ArchRule modules_see_only_what_is_below_them = moduleLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .because("a use case that knows its page, or a kernel that knows its database, cannot be re-performed"
                    + " without them (docs/adr/0001)");

    @ArchTest
    static final ArchRule modules_are_free_of_cycles = slices().matching("org.assay.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two modules that need each other are one module with two names");

    @ArchTest
    static final ArchRule kernel_packages_see_only_what_is_below_them = kernelLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .because("an auditor reads the kernel from money upwards and must never need a later chapter;"
                    + " a new package is given its row here first");

    @ArchTest
    static final ArchRule kernel_packages_are_free_of_cycles = slices().matching("org.assay.kernel.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other can only be understood together");

    @ArchTest
    static final ArchRule the_small_grammar_stands_alone = classes()
            .that()
            .resideInAPackage("org.assay.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.assay.kernel")
            .because("errors, parsed rows and findings are spoken by every package, so they may lean on none");

    // ---- the kernel is a pure function --------------------------------------------------------------------------

    @ArchTest
    static final ArchRule kernel_knows_the_jdk_and_nothing_else = classes()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", KERNEL)
            .because("a library in the kernel would decide how a NAV is computed, and change it with its next release");

    @ArchTest
    static final ArchRule kernel_has_no_clock = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .accessTargetWhere(named("reads the time of the machine", ArchitectureTest::readsTime))
            .because("time is an argument: a strike repeated years later must give the same bytes");

    @ArchTest
    static final ArchRule kernel_has_no_chance = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat(describe(
                    "make random numbers",
                    (JavaClass type) -> type.isAssignableTo("java.util.random.RandomGenerator")
                            || type.isAssignableTo("java.util.Random")))
            .orShould()
            .accessTargetWhere(named(
                    "draws a random number",
                    access -> isCall(access, "java.lang.Math", "random")
                            || isCall(access, "java.util.UUID", "randomUUID")))
            .because("the digest of a NAV must be the same on every node");

    @ArchTest
    static final ArchRule kernel_touches_no_file_and_no_network = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax.sql..")
            .orShould()
            .dependOnClassesThat(describe("reach a file or the console", ArchitectureTest::reachesFile))
            .because("what the kernel knows, it was given: an input that is read is not in the digest");

    @ArchTest
    static final ArchRule kernel_has_no_home = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .accessTargetWhere(named(
                    "asks for the zone, locale or settings of the machine",
                    access -> isCall(access, "java.time.ZoneId", "systemDefault")
                            || isCall(access, "java.util.Locale", "getDefault")
                            || isCall(access, "java.util.TimeZone", "getDefault")
                            || isCall(access, "java.lang.System", "getProperty")
                            || isCall(access, "java.lang.System", "getenv")))
            .because("a fund has its own zone, and its figures do not travel with the server");

    @ArchTest
    static final ArchRule kernel_has_no_floating_point = classes()
            .that()
            .resideInAPackage(KERNEL)
            .should(notSpeakInFloatingPoint())
            .because("a tenth has no exact double, and books must be exact");

    // ---- what lives where ---------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule pack_runs_without_a_server = noClasses()
            .that()
            .resideInAPackage("org.assay.pack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax.persistence..")
            .because("the auditor re-performs a NAV with one jar, without our server and our database")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ejbs_live_in_ejb_jars = noClasses()
            .that()
            .resideOutsideOfPackages("org.assay.ejb..", "org.assay.batch..", "org.assay.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ejb..")
            .because("a @Stateless bean in EAR/lib is silently not an EJB: no transaction, no role check, no error");

    @ArchTest
    static final ArchRule the_only_clock_is_in_ejb = noClasses()
            .that()
            .resideOutsideOfPackage("org.assay.ejb..")
            .should()
            .accessTargetWhere(named("makes a clock of the machine", ArchitectureTest::makesClock))
            .because("tests and the demo move one clock, and everything that asks for the time must follow it");

    @ArchTest
    static final ArchRule nobody_reads_the_time_past_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.assay.launcher..")
            .should()
            .accessTargetWhere(named("reads the time past the injected clock", ArchitectureTest::readsTimePastClock))
            .because("a date taken from the machine is right on the developer's desk and wrong in the replay;"
                    + " the launcher starts processes, before there is a clock");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .because("these endings say that nobody knew what the thing is; the desk has a word for it");

    // ---- the words of the rules ---------------------------------------------------------------------------------

    private static LayeredArchitecture moduleLayers() {
        var layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.assay..")
                .withOptionalLayers(true);
        for (String module : MODULES.keySet()) {
            layers = layers.layer(module).definedBy("org.assay." + module + "..");
        }
        for (var entry : MODULES.entrySet()) {
            layers = mayOnlySee(layers, entry.getKey(), entry.getValue());
        }
        return layers;
    }

    private static LayeredArchitecture kernelLayers() {
        var layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(KERNEL)
                .withOptionalLayers(true)
                .layer("grammar")
                .definedBy("org.assay.kernel")
                // The layers below speak of the kernel; the other modules are no part of this picture.
                .layer("outside")
                .definedBy(describe(
                        "outside the kernel",
                        (JavaClass type) -> !type.getPackageName().startsWith("org.assay.kernel")));
        for (String name : KERNEL_ROWS.stream().flatMap(List::stream).toList()) {
            layers = layers.layer(name).definedBy("org.assay.kernel." + name + "..");
        }
        var below = new ArrayList<String>(List.of("grammar"));
        for (List<String> row : KERNEL_ROWS) {
            for (String name : row) {
                layers = mayOnlySee(layers, name, below);
            }
            below.addAll(row);
        }
        return layers;
    }

    private static LayeredArchitecture mayOnlySee(LayeredArchitecture layers, String layer, List<String> seen) {
        return seen.isEmpty()
                ? layers.whereLayer(layer).mayNotAccessAnyLayer()
                : layers.whereLayer(layer).mayOnlyAccessLayers(seen.toArray(String[]::new));
    }

    /** Accesses are calls, method references ({@code Instant::now}) and fields alike. */
    private static DescribedPredicate<JavaAccess<?>> named(String description, Predicate<JavaAccess<?>> test) {
        return describe(description, test);
    }

    private static boolean isCall(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getFullName().equals(owner)
                && access.getTarget().getName().equals(name);
    }

    private static boolean readsTime(JavaAccess<?> access) {
        return isNow(access)
                || isCall(access, "java.lang.System", "currentTimeMillis")
                || isCall(access, "java.lang.System", "nanoTime")
                || isDateOfToday(access);
    }

    /** {@code System.nanoTime} measures how long something took; outside the kernel that is nobody's business date. */
    private static boolean readsTimePastClock(JavaAccess<?> access) {
        return (isNow(access) && !takes(access, "java.time.Clock"))
                || isCall(access, "java.lang.System", "currentTimeMillis")
                || isDateOfToday(access);
    }

    private static boolean isNow(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && (access.getTarget().getName().equals("now")
                        || access.getTarget().getName().equals("dateNow"));
    }

    private static boolean isDateOfToday(JavaAccess<?> access) {
        return (isCall(access, "java.util.Date", "<init>")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().isEmpty())
                || isCall(access, "java.util.Calendar", "getInstance");
    }

    private static boolean takes(JavaAccess<?> access, String type) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getFullName().equals(type));
    }

    private static boolean makesClock(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName().equals("java.time.Clock")
                && (access.getTarget().getName().startsWith("system")
                        || Set.of("tickMillis", "tickSeconds", "tickMinutes")
                                .contains(access.getTarget().getName()));
    }

    /** Streams and byte arrays are harmless, and a record may be Serializable; a file, a console or a printer is not. */
    private static boolean reachesFile(JavaClass type) {
        return type.getPackageName().equals("java.io")
                && (type.getSimpleName().startsWith("File")
                        || Set.of("RandomAccessFile", "Console", "PrintStream", "PrintWriter")
                                .contains(type.getSimpleName()));
    }

    private static ArchCondition<JavaClass> notSpeakInFloatingPoint() {
        return new ArchCondition<>("have no double or float in a field, a parameter or a result") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (isFloating(field.getType())) {
                        events.add(violated(field, field.getDescription() + " is floating point"));
                    }
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    // The compiler's own methods are bodies of lambdas: local, not spoken.
                    if (!unit.getModifiers().contains(SYNTHETIC)
                            && Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                                    .anyMatch(ArchitectureTest::isFloating)) {
                        events.add(violated(unit, unit.getDescription() + " speaks in floating point"));
                    }
                }
            }
        };
    }

    /** Looks into arrays and type arguments too: {@code List<Double>} is as inexact as {@code double}. */
    private static boolean isFloating(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .anyMatch(raw -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(raw.getFullName()));
    }
}
