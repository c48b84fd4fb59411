package vn.lienvien.notification.channel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static final Networks STRICT = new Networks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "100::1"
            })
    void nothingButPublicAddressesIsCalled(String address) {
        assertThat(STRICT.mayCall(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "203.162.4.1",
                "2400:cb00::1"
            })
    void publicAddressesAre(String address) {
        assertThat(STRICT.mayCall(InetAddress.ofLiteral(address))).isTrue();
    }

    /** The JDK unwraps such an address in most places; a resolver of its own need not. */
    @ParameterizedTest
    @ValueSource(bytes = {10, 127})
    void anIpv4AddressInIpv6ClothesIsSeenThrough(byte first) throws UnknownHostException {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, first, 0, 0, 1};
        InetAddress mapped = java.net.Inet6Address.getByAddress(null, bytes, -1);

        assertThat(STRICT.mayCall(mapped)).isFalse();
    }

    @Test
    void aTrustedNetworkIsCalledAndItsNeighbourIsNot() {
        Networks hospital = new Networks(List.of("10.20.0.0/16"));

        assertThat(hospital.mayCall(InetAddress.ofLiteral("10.20.255.1"))).isTrue();
        assertThat(hospital.mayCall(InetAddress.ofLiteral("10.21.0.1"))).isFalse();
    }
}
