package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortClaimsTest {
    @TempDir Path state;

    @Test
    void aBusyPortIsNamedWithTheWayOutAndTheFolderIsFreeForTheNextTry() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int busy = other.getLocalPort();

            assertThatThrownBy(() -> Stack.start(StackPlan.in(state).onPorts(busy, 0, 0)))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("Port " + busy + ", wanted for the web address, is taken")
                    .hasMessageContaining("./lienvien up --port " + (busy + 1));
        }
        StateFolder.claim(state).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatThereIsNotIsSaidBeforeAnythingStarts(int port) {
        assertThatThrownBy(() -> Stack.start(StackPlan.in(state).onPorts(0, 0, port)))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("no port " + port + ", wanted for Kafka")
                .hasMessageContaining("--port-kafka");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10})
    void soManyProcessesCannotBeStarted(int replicas) {
        assertThatThrownBy(() -> StackPlan.in(state).replicated(replicas))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("--replicas takes 1 to 9");
    }

    @Test
    void aFreePortIsNotOneThatOutgoingConnectionsUse() {
        assertThat(Ports.orFree(0)).isBetween(20_000, 31_999);
    }
}
