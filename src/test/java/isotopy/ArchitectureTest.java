package isotopy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the line of packages, and what each library and each thread may touch. Every rule says why it stands.
class ArchitectureTest {

    /// A package uses only what stands to its left.
    private static final List<String> LINE = List.of(
            "math",
            "target",
            "control",
            "flow",
            "theory",
            "train",
            "snapshot",
            "figure",
            "project",
            "export",
            "service",
            "check",
            "cli",
            "view",
            "app");

    /// Arrays in, arrays out; then drawn as data.
    private static final List<String> NUMBERS_AND_FIGURES = LINE.subList(0, LINE.indexOf("figure") + 1);

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("isotopy");

    static List<String> line() {
        return LINE;
    }

    @Test
    void theProgramIsThereToBeChecked() {
        assertThat(PROGRAM)
                .as("classes found; without any, every rule here would pass")
                .isNotEmpty();
    }

    @Test
    void everyClassStandsInTheLine() {
        holds(classes().should().resideInAnyPackage(packages(LINE)), "a package outside the line escapes its rule");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("line")
    void aPackageUsesOnlyWhatStandsToItsLeft(String name) {
        var left = packages(LINE.subList(0, LINE.indexOf(name) + 1));
        holds(
                classes()
                        .that()
                        .resideInAPackage("isotopy." + name + "..")
                        .should()
                        .onlyDependOnClassesThat(
                                resideOutsideOfPackage("isotopy..").or(resideInAnyPackage(left))),
                "the packages stand in one line, " + String.join(" · ", LINE) + ", so that each can be read, tested"
                        + " and replaced knowing only what stands to its left");
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        holds(
                noneBut("view", "app").dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx.."),
                "figures, pictures and the command line need no display, and the trainer never calls"
                        + " Platform.runLater: the view pulls the latest snapshot once per pulse");
    }

    @Test
    void onlyPaintersAndTheEdgesKnowJava2d() {
        holds(
                noneBut("export", "cli", "view")
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.awt..", "javax.swing.."),
                "a figure is data for no backend; pictures are painted in export, charts are shown in view");
    }

    @Test
    void onlyMathKnowsTheParserOfFormulas() {
        holds(
                noneBut("math").dependOnClassesThat().resideInAPackage("com.ezylang.."),
                "a formula is a tree of our own, so that the library that reads it can be replaced");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        holds(
                noneBut("cli", "app").dependOnClassesThat().resideInAPackage("picocli.."),
                "what a script may ask for is said in one place, and the window starts without it");
    }

    @Test
    void onlyProjectsKnowJsonAndCsv() {
        holds(
                noneBut("project")
                        .dependOnClassesThat()
                        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "de.siegmar.fastcsv.."),
                "files that others read have one writer and one reader, and records stay free of annotations");
    }

    @Test
    void onlyExportsKnowPdf() {
        holds(
                noneBut("export").dependOnClassesThat().resideInAPackage("org.apache.pdfbox.."),
                "a figure is data for no backend, and what writes it can be replaced");
    }

    @Test
    void onlyExportsKnowTheCodec() {
        holds(
                noneBut("export").dependOnClassesThat().resideInAPackage("org.bytedeco.."),
                "it may be missing on a computer: whoever asks for a film gets a sentence and no NoClassDefFoundError");
    }

    @Test
    void onlyTheViewKnowsCharts() {
        holds(
                noneBut("view").dependOnClassesThat().resideInAPackage("org.jfree.."),
                "JFreeChart draws on the JavaFX thread: charts in the window and nothing else");
    }

    @Test
    void onlyTheWindowKnowsThemesAndIcons() {
        holds(
                noneBut("view", "app").dependOnClassesThat().resideInAnyPackage("atlantafx..", "org.kordamp.ikonli.."),
                "a theme and an icon are seen in the window and nowhere else");
    }

    @Test
    void threadsAreStartedWhereThingsAreAlive() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages(List.of("train", "export", "service", "view", "app")))
                        .and()
                        .haveNameNotMatching("isotopy\\.math\\.Parts(\\$.*)?")
                        .should()
                        .dependOnClassesThat(nameMatching("java\\.lang\\.Thread(\\$.*)?"
                                + "|java\\.util\\.Timer(Task)?"
                                + "|java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture)")),
                "numbers, figures and files are computed by whoever asks, and what runs beside is a service"
                        + " (train may fork and join inside one step, export inside one film, in fixed chunks and a"
                        + " fixed order; pictures are painted in parts that touch nothing in common)");
    }

    @Test
    void noSumDependsOnTheNumberOfCores() {
        holds(
                noClasses().should().callMethodWhere(targeting("parallel streams", ArchitectureTest::isParallel)),
                "the same experiment and the same step give the same bits on any number of cores");
    }

    @Test
    void chanceComesFromTheSeed() {
        holds(
                noClasses()
                        .should()
                        .callCodeUnitWhere(targeting("chance without a seed", ArchitectureTest::isUnseeded)),
                "the same experiment gives the same bits: every random number comes from a seed that is part of it");
    }

    @Test
    void numbersKnowNoWallClock() {
        holds(
                noneOf(NUMBERS_AND_FIGURES)
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .dependOnClassesThat(nameMatching("java\\.time\\.(Instant|Clock|LocalDateTime|ZonedDateTime)")),
                "t is fictitious time and step counts iterations; the wall's time would make runs differ");
    }

    @Test
    void numbersAndFiguresTouchNoFileAndNoLog() {
        holds(
                noneOf(NUMBERS_AND_FIGURES)
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.nio.file..", "java.util.logging..", "org.slf4j.."),
                "arrays in, arrays out: files and logs are the business of those to their right");
    }

    @Test
    void nothingUsesTheNetwork() {
        holds(
                noClasses()
                        .should()
                        .dependOnClassesThat(nameMatching(
                                        "java\\.net\\.(http\\..*|.*Socket(?!Exception).*|URLConnection"
                                                + "|HttpURLConnection|JarURLConnection|InetAddress|Inet\\wAddress|InetSocketAddress"
                                                + "|Proxy.*|NetworkInterface)|javax\\.net\\..*|java\\.rmi\\..*|javafx\\.scene\\.web\\..*"
                                                + "|java\\.awt\\.Desktop|com\\.sun\\.net\\..*|sun\\.net\\..*")
                                .and(DescribedPredicate.not(nameMatching("java\\.net\\.UnixDomainSocketAddress"))))
                        .orShould()
                        .callMethodWhere(targeting("the content of an address", ArchitectureTest::opensAddress)),
                "the program works without a network, and nobody is told that it is used");
        holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("isotopy.service.Meeting")
                        .should()
                        .dependOnClassesThat(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram).*"
                                + "|java\\.net\\.(UnixDomainSocketAddress|StandardProtocolFamily)")),
                "the one socket is a file in a folder of the user, by which a second start finds the first");
    }

    @Test
    void theOneSocketIsOfNoNetwork() {
        holds(
                classes()
                        .that()
                        .haveFullyQualifiedName("isotopy.service.Meeting")
                        .should()
                        .onlyCallMethodsThat(DescribedPredicate.describe(
                                "open no channel without its family",
                                method -> !(method.getName().equals("open")
                                        && method.getOwner().getName().contains("SocketChannel")
                                        && method.getRawParameterTypes().isEmpty())))
                        .andShould()
                        .onlyAccessFieldsThat(DescribedPredicate.describe(
                                "are not the families of the Internet",
                                field -> !field.getName().matches("INET6?"))),
                "a channel opened without a family is one of the Internet");
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(
                noneBut("cli", "app")
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"),
                "what a user reads on a terminal is said in one place, and a window has no terminal");
    }

    @Test
    void onlyTheStartEndsTheProgram() {
        holds(
                noneBut("app").callMethod(System.class, "exit", int.class),
                "a status is returned to the one place that ends the program, after all has been saved");
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = PROGRAM.getDefaultPackage().getSubpackagesInTree().stream()
                .filter(found -> found.getName().startsWith("isotopy."))
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName);
        assertThat(unmarked)
                .as("packages without a package-info that is @NullMarked: nothing returns null across packages,"
                        + " and the compiler's check reads only what is marked")
                .isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        holds(
                noClasses().should().haveNameMatching(".*[.$](Abstract\\w*|\\w+(Impl|Manager|Helpers?|Utils?))"),
                "a name is a noun of the field, and these say that none was found");
        holds(
                noClasses().that().areInterfaces().should().haveNameMatching(".*[.$]I[A-Z][a-z]\\w*"),
                "an interface has the name of what it is, with no leading I");
    }

    private static void holds(ArchRule rule, String reason) {
        rule.because(reason).allowEmptyShould(true).check(PROGRAM);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "isotopy." + name + "..").toArray(String[]::new);
    }

    private static ClassesShould noneOf(List<String> names) {
        return noClasses().that().resideInAnyPackage(packages(names)).should();
    }

    private static ClassesShould noneBut(String... names) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(List.of(names)))
                .should();
    }

    private static DescribedPredicate<JavaCall<?>> targeting(String what, Predicate<CodeUnitCallTarget> target) {
        return DescribedPredicate.describe(what, call -> target.test(call.getTarget()));
    }

    private static boolean isParallel(CodeUnitCallTarget target) {
        return switch (target.getName()) {
            case "parallel" -> target.getOwner().isAssignableTo(BaseStream.class);
            case "parallelStream" -> target.getOwner().isAssignableTo(Collection.class);
            default -> false;
        };
    }

    private static boolean opensAddress(CodeUnitCallTarget target) {
        return switch (target.getName()) {
            case "openConnection", "openStream", "getContent" ->
                target.getOwner().isEquivalentTo(URL.class);
            default -> false;
        };
    }

    private static boolean isUnseeded(CodeUnitCallTarget target) {
        var owner = target.getOwner();
        return switch (target.getName()) {
            case "<init>" -> target.getRawParameterTypes().isEmpty() && owner.isAssignableTo(RandomGenerator.class);
            case "random" -> owner.isEquivalentTo(Math.class);
            case "current" -> owner.isEquivalentTo(ThreadLocalRandom.class);
            case "getDefault" -> owner.isEquivalentTo(RandomGenerator.class);
            case "shuffle" ->
                owner.isEquivalentTo(Collections.class)
                        && target.getRawParameterTypes().size() == 1;
            default -> false;
        };
    }
}
