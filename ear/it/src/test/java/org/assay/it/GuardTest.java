package org.assay.it;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.HashSet;
import java.util.Set;

/** That nobody forgets to ask who may (docs/adr/0020), held over the compiled classes of every module. */
@AnalyzeClasses(locations = House.class)
class GuardTest {
    private static final String RIGHTS = "org.assay.ejb.Rights";
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";

    /** What tells nothing of a fund or a person, and the door, which comes before anybody has rights. */
    private static final Set<String> OPEN = Set.of(
            "Desk.now",
            "Desk.booksNow",
            "Desk.reportKinds",
            "Night.checkBooks",
            "People.isRight",
            "People.standing",
            "People.byToken");

    @ArchTest
    static final ArchRule a_bean_is_for_people_or_for_the_house = classes()
            .that(DescribedPredicate.describe("are use cases", GuardTest::isUseCase))
            .should()
            .beAnnotatedWith(ROLES_ALLOWED)
            .orShould()
            .beAnnotatedWith(PERMIT_ALL)
            .because("a bean that says neither would be open to whoever is signed in");

    @ArchTest
    static final ArchRule every_use_case_asks_for_rights = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ROLES_ALLOWED)
            .and()
            .arePublic()
            .and()
            .areNotAnnotatedWith(PERMIT_ALL)
            .should(askForRights())
            .because("the role of a session says nothing of a fund, and may be one that was ended a moment ago");

    @ArchTest
    static final ArchRule pages_and_programs_come_by_the_guarded_beans_alone = noClasses()
            .that()
            .resideInAPackage("org.assay.web..")
            .should()
            .callMethodWhere(isOfTheHouseAlone())
            .because("what works by itself is asked by nobody for rights, so nobody may ask it for somebody");

    private static ArchCondition<JavaMethod> askForRights() {
        return new ArchCondition<>("ask " + RIGHTS) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!asks(method, new HashSet<>())) {
                    events.add(violated(method, method.getDescription() + " never asks for rights"));
                }
            }
        };
    }

    /** By itself, or by another method of its class. */
    private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return callsRights(method)
                || method.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .filter(target -> target.getOwner().equals(method.getOwner()))
                        .flatMap(target -> target.resolveMember().stream())
                        .anyMatch(called -> asks(called, seen));
    }

    private static boolean callsRights(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(RIGHTS));
    }

    private static DescribedPredicate<JavaMethodCall> isOfTheHouseAlone() {
        return DescribedPredicate.describe("is of what works by itself", call -> {
            MethodCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            String name = owner.getSimpleName() + "." + target.getName();
            return !OPEN.contains(name) && isBean(owner) && isOpen(owner, target);
        });
    }

    private static boolean isUseCase(JavaClass type) {
        return type.getPackageName().equals("org.assay.ejb") && isBean(type);
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith("jakarta.ejb.Stateless") || type.isAnnotatedWith("jakarta.ejb.Singleton");
    }

    private static boolean isOpen(JavaClass owner, MethodCallTarget target) {
        return owner.isAnnotatedWith(PERMIT_ALL)
                || target.resolveMember()
                        .filter(method -> method.isAnnotatedWith(PERMIT_ALL))
                        .isPresent();
    }
}
