package vn.lienvien.notification.channel.outbound;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.lienvien.notification.channel.ChannelConfig;

/**
 * Which addresses may be called: public ones, and those the installation trusts by name. A call to
 * any other could be turned against the hospital's own machines.
 */
@ApplicationScoped
public class Networks {

    /** Special-purpose blocks of RFC 6890 and its successors that the JDK has no question for. */
    private static final List<Network> SPECIAL =
            Stream.of(
                            "0.0.0.0/8",
                            "100.64.0.0/10",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "240.0.0.0/4",
                            "::/96",
                            "64:ff9b::/96",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "fc00::/7",
                            "fec0::/10")
                    .map(Network::of)
                    .toList();

    private final List<Network> trusted;

    @Inject
    Networks(ChannelConfig config) {
        this(config.trustedNetworks().orElse(List.of()));
    }

    Networks(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::of).toList();
    }

    /** An installation trusts it although it is private. */
    public boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(each -> each.holds(address));
    }

    public boolean mayCall(InetAddress address) {
        return trusts(address) || isPublic(address);
    }

    /** Calling this machine's own ports is for tests only. */
    void check(@Observes StartupEvent event) {
        if (ConfigUtils.isProfileActive("prod")
                && (trusts(InetAddress.ofLiteral("127.0.0.1"))
                        || trusts(InetAddress.ofLiteral("::1")))) {
            throw new IllegalStateException(
                    "lienvien.notification.channel.trusted-networks holds this machine itself");
        }
    }

    private static boolean isPublic(InetAddress address) {
        InetAddress bare = withoutMapping(address);
        return !bare.isAnyLocalAddress()
                && !bare.isLoopbackAddress()
                && !bare.isLinkLocalAddress()
                && !bare.isSiteLocalAddress()
                && !bare.isMulticastAddress()
                && SPECIAL.stream().noneMatch(each -> each.holds(bare));
    }

    /** ::ffff:10.0.0.1 is 10.0.0.1; the JDK unwraps most, a resolver need not. */
    private static InetAddress withoutMapping(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped =
                address instanceof Inet6Address
                        && Arrays.equals(bytes, 0, 12, Network.MAPPED, 0, 12);
        return mapped ? Network.address(Arrays.copyOfRange(bytes, 12, 16)) : address;
    }
}
