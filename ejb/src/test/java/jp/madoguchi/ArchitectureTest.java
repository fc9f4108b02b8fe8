package jp.madoguchi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses COUNTER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("jp.madoguchi");

  private static final List<Class<? extends Annotation>> ROLES =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  @Test
  void noFeatureDependsOnItselfThroughAnother() {
    slices()
        .matching("jp.madoguchi.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can be understood and changed with only those before it in mind")
        .check(COUNTER);
  }

  @Test
  void onlyTheWorkflowKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("jp.madoguchi.workflow..", "jp.madoguchi.bpmn..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .because("the engine's community edition has ended; its forks must stay an hour's change")
        .check(COUNTER);
  }

  @Test
  void onlyJpaPackagesTouchTheEntityManager() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..jpa..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .because("what is stored and how is found in one place of each feature")
        .check(COUNTER);
  }

  @Test
  void onlyTheCalendarAsksForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("jp.madoguchi.calendar..")
        .should()
        .callMethodWhere(asksForTheTime())
        .orShould()
        .callConstructor(Date.class)
        .because("the office's clock can be moved, and every date of a rule must move with it")
        .check(COUNTER);
  }

  @Test
  void domainTypesKnowNoContainer() {
    noClasses()
        .that()
        .areRecords()
        .or()
        .areEnums()
        .or()
        .areInterfaces()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.ejb..", "jakarta.faces..", "jakarta.ws.rs..", "org.primefaces..")
        .because("a value means the same on a page, in a process and in a test")
        .check(COUNTER);
  }

  @Test
  void nothingInTheBusinessKnowsPagesOrResources() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..")
        .because("pages and resources depend on the business, not the other way round")
        .check(COUNTER);
  }

  @Test
  void everyBoundaryMethodNamesWhoMayCallIt() {
    ArchRule rule =
        classes()
            .that(areBoundaries())
            .should(nameARoleForEachPublicMethod())
            .because("what nobody thought about must be closed");
    rule.check(COUNTER);
  }

  private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
    return DescribedPredicate.describe(
        "a call of now() of java.time",
        call ->
            call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now"));
  }

  private static DescribedPredicate<JavaClass> areBoundaries() {
    return DescribedPredicate.describe(
        "are boundaries",
        type ->
            type.isAnnotatedWith(Stateless.class)
                || type.isAnnotatedWith(Singleton.class)
                || type.isAnnotatedWith(Stateful.class));
  }

  private static ArchCondition<JavaClass> nameARoleForEachPublicMethod() {
    return new ArchCondition<>("name a role for each public method") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> !namesARole(type, method))
            .forEach(
                method ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " names no role")));
      }
    };
  }

  private static boolean namesARole(JavaClass type, JavaMethod method) {
    return ROLES.stream()
        .anyMatch(role -> type.isAnnotatedWith(role) || method.isAnnotatedWith(role));
  }
}
