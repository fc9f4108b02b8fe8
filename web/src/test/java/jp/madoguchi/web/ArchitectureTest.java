package jp.madoguchi.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses WEB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("jp.madoguchi.web");

  @Test
  void pagesAndResourcesDoNotTouchTheStore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jp.madoguchi..jpa..", "java.sql..", "org.camunda..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.persistence.EntityManager")
        .because("what a caller may do is decided at the boundaries, not behind them")
        .check(
            WEB.that(
                DescribedPredicate.describe(
                    "are not the judge of faults",
                    type -> !type.getSimpleName().equals("ProblemOf"))));
  }

  @Test
  void nothingInTheWebAsksForTheTime() {
    noClasses()
        .should()
        .callMethodWhere(asksForTheTime())
        .because("the office's clock can be moved, and every screen must show what it says")
        .check(WEB);
  }

  @Test
  void nobodyReliesOnConstraintsThatNobodyValidates() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.validation.constraints..")
        .because("requests are checked where their JSON is read, and by what they ask for")
        .check(WEB);
  }

  @Test
  void programsAndPagesAreKeptApart() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.faces..")
        .because("a resource must answer without a page around it")
        .check(WEB);
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Page")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because("a page asks the boundaries, not the interface for programs")
        .check(WEB);
  }

  private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
    return DescribedPredicate.describe(
        "a call of now() of java.time",
        call ->
            call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now"));
  }
}
