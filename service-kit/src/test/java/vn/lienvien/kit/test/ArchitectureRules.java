package vn.lienvien.kit.test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules every service keeps. A service's test extends it with its base package: {@code class
 * ArchitectureTest extends ArchitectureRules { ArchitectureTest() { super("vn.lienvien.bed"); } }}.
 */
public abstract class ArchitectureRules {

    private static final String CONTRACTS = "vn.lienvien.events..";
    private static final String KIT = "vn.lienvien.kit..";
    private static final String LIVE_STREAM = "vn.lienvien.notification.stream..";

    private final String base;

    protected ArchitectureRules(String base) {
        this.base = base;
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses service =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(base);
        return all().map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(),
                                        () -> rule.allowEmptyShould(true).check(service)));
    }

    private Stream<ArchRule> all() {
        return Stream.of(
                domainIsPlainJava(),
                adaptersDoNotSeeEachOther(),
                rulesDoNotKnowTheWire(),
                transactionsBeginInTheApplication(),
                noClassIsTransactionalElsewhere(),
                aRetryIsOutsideTheTransaction(),
                onlyTheKitTouchesKafka(),
                onlyTheKitSends(),
                onlyTheKitMakesKafkaClients(),
                noTimeButTheDatabases(),
                noIdButFromIds(),
                noFieldInjection(),
                contractsAreValues(),
                everyEndpointSaysWhoMayCallIt(),
                endpointsArePublic(),
                endpointsDoNotHoldTheEventLoop(),
                noEndpointIsHidden(),
                featuresFormNoCycle());
    }

    private ArchRule domainIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage(base + "..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", base + "..domain.."))
                .as("1 the domain depends on Java and itself only");
    }

    private ArchRule adaptersDoNotSeeEachOther() {
        return slices().assignedFrom(new AdapterOfItsFeature())
                .should()
                .notDependOnEachOther()
                .as("2 the adapters of a feature do not see each other");
    }

    private ArchRule rulesDoNotKnowTheWire() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + "..domain..", base + "..application..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONTRACTS)
                .as("3 domain and application do not know the contract records");
    }

    private ArchRule transactionsBeginInTheApplication() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(base + "..application..", KIT)
                .should()
                .beAnnotatedWith(Transactional.class)
                .as("4 transactions begin in the application");
    }

    private ArchRule noClassIsTransactionalElsewhere() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + "..application..", KIT)
                .should()
                .beAnnotatedWith(Transactional.class)
                .as("4 no class outside the application is transactional");
    }

    private ArchRule aRetryIsOutsideTheTransaction() {
        return noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beAnnotatedWith("org.eclipse.microprofile.faulttolerance.Retry")
                .as("5 a retry is outside the transaction");
    }

    private ArchRule onlyTheKitTouchesKafka() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(KIT, LIVE_STREAM)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.consumer..")
                .as("6 only the kit, and the live stream for screens, touch Kafka's consumer");
    }

    private ArchRule onlyTheKitSends() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(KIT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .as("6 only the kit touches Kafka's producer");
    }

    private ArchRule onlyTheKitMakesKafkaClients() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(KIT)
                .should()
                .callConstructorWhere(
                        target(owner(assignableTo("org.apache.kafka.clients.consumer.Consumer"))))
                .as("6 only the kit makes Kafka clients");
    }

    private ArchRule noTimeButTheDatabases() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("vn.lienvien.kit.time..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("7 only the clocks read the time");
    }

    private ArchRule noIdButFromIds() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("vn.lienvien.kit.ids..")
                .should()
                .callMethod(UUID.class, "randomUUID")
                .as("7 only Ids makes ids");
    }

    private ArchRule noFieldInjection() {
        return noFields().should().beAnnotatedWith(Inject.class).as("8 no field is injected");
    }

    private ArchRule contractsAreValues() {
        return classes()
                .that()
                .resideInAPackage(CONTRACTS)
                .and()
                .areTopLevelClasses()
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .as("9 contracts are records, enums or sealed interfaces");
    }

    private ArchRule everyEndpointSaysWhoMayCallIt() {
        return methods()
                .that(AN_ENDPOINT)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class)
                .orShould()
                .beAnnotatedWith("io.quarkus.security.Authenticated")
                .as("10 every resource method says who may call it");
    }

    private ArchRule endpointsArePublic() {
        return methods()
                .that(AN_ENDPOINT)
                .should()
                .bePublic()
                .as("10 every resource method is public: Quarkus leaves others out without a word");
    }

    /** What counts for long, or reads a file, has a worker; all else a virtual thread. */
    private ArchRule endpointsDoNotHoldTheEventLoop() {
        return methods()
                .that(AN_ENDPOINT)
                .should()
                .beAnnotatedWith(Blocking.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Blocking.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RunOnVirtualThread.class)
                .as("10 endpoints say on which thread they run");
    }

    private ArchRule noEndpointIsHidden() {
        return noMethods()
                .that(AN_ENDPOINT)
                .should()
                .beAnnotatedWith(
                        DescribedPredicate.describe(
                                "hidden",
                                (JavaAnnotation<?> each) ->
                                        each.getRawType().isEquivalentTo(Operation.class)
                                                && each.get("hidden")
                                                        .filter(Boolean.TRUE::equals)
                                                        .isPresent()))
                .as("10 no resource method is hidden from the OpenAPI that its tests go by");
    }

    private ArchRule featuresFormNoCycle() {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("11 features form no cycle");
    }

    private static final DescribedPredicate<JavaMethod> AN_ENDPOINT =
            DescribedPredicate.describe(
                    "are endpoints",
                    method ->
                            (method.getOwner().isAnnotatedWith(Path.class)
                                            || method.isAnnotatedWith(Path.class))
                                    && method.getAnnotations().stream()
                                            .map(JavaAnnotation::getRawType)
                                            .anyMatch(
                                                    type ->
                                                            type.isAnnotatedWith(
                                                                    HttpMethod.class)));

    /** Slices like {@code placement/rest}, so that adapters are compared within their feature. */
    private static final class AdapterOfItsFeature implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            int adapter = name.indexOf(".adapter.");
            if (adapter < 0) {
                return SliceIdentifier.ignore();
            }
            String technology =
                    name.substring(adapter + ".adapter.".length()).replaceAll("\\..*", "");
            return SliceIdentifier.of(name.substring(0, adapter), technology);
        }

        @Override
        public String getDescription() {
            return "adapters by feature";
        }
    }
}
