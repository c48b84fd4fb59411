package vn.lienvien.local;

import java.nio.file.Path;
import vn.lienvien.local.issuer.DemoPeople;

/** What a person needs to know once everything runs. */
final class Greeting {
    private Greeting() {}

    static String of(Stack stack, Path state, long nanos) {
        StringBuilder people = new StringBuilder();
        for (DemoPeople.DemoPerson person : DemoPeople.ALL) {
            people.append("    %-28s %s%n".formatted(person.person(), person.does()));
        }
        return """

        LienVien is ready after %.1f s:  %s

          Demo people (invented; any role@organisation works):
        %s
          A token for one of them:
            curl -s -H 'Accept: text/plain' '%s/local-issuer/token?person=doctor@htd-hcmc'

          The Sóc Trăng case, in another terminal:  ./lienvien demo
          PostgreSQL 127.0.0.1:%d, Kafka %s; data and logs in %s
          Ctrl-C stops everything; the data stays.
        """
                .formatted(
                        nanos / 1e9,
                        stack.url(),
                        people,
                        stack.url(),
                        stack.postgres().port(),
                        stack.kafka().bootstrap(),
                        state);
    }
}
