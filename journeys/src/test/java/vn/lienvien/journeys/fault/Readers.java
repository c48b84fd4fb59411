package vn.lienvien.journeys.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupType;
import vn.lienvien.local.Service;

/**
 * A consumer group as the broker knows it.
 *
 * @param members the static ones by their own names, others by that of their session
 */
record Readers(String group, GroupType type, List<String> members) {

    /** All groups of a service. */
    static List<Readers> of(String bootstrap, Service service)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var names =
                    admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                            .map(each -> each.groupId())
                            .filter(group -> group.startsWith(service.module() + "."))
                            .toList();
            return admin.describeConsumerGroups(names).all().get().values().stream()
                    .map(
                            group ->
                                    new Readers(
                                            group.groupId(),
                                            group.type(),
                                            group.members().stream()
                                                    .map(
                                                            member ->
                                                                    member.groupInstanceId()
                                                                            .orElseGet(
                                                                                    member
                                                                                            ::consumerId))
                                                    .toList()))
                    .toList();
        }
    }
}
