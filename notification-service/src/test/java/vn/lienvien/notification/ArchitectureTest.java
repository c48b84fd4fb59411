package vn.lienvien.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("vn.lienvien.notification");

    @Test
    void theDomainKnowsNothingButItself() {
        slices().matching("vn.lienvien.notification.(*).domain..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
        classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..domain..")
                .check(OURS);
    }

    @Test
    void transactionsBelongToTheKit() {
        methods().should().notBeAnnotatedWith(Transactional.class).check(OURS);
        noClasses().should().beAnnotatedWith(Transactional.class).check(OURS);
    }

    @Test
    void onlyTheKitSpeaksToKafka() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Consumer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Producer.class)
                .check(OURS);
    }

    @Test
    void timeAndIdsComeFromTheirBeans() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).check(OURS);
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .should(sayWhoMayCall())
                .check(OURS);
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("vn.lienvien.notification.(*)..").should().beFreeOfCycles().check(OURS);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var says =
                        method.isAnnotatedWith(RolesAllowed.class)
                                || method.isAnnotatedWith(PermitAll.class)
                                || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(method, says, method.getFullName()));
            }
        };
    }
}
