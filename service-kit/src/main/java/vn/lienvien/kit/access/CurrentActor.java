package vn.lienvien.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import vn.lienvien.kit.problem.Problem;

/** The person behind the request, acting for one organisation. */
@RequestScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A person is signed in; else a timer or a handler works for the service itself. */
    public boolean known() {
        return !identity.isAnonymous();
    }

    public Actor get() {
        if (identity.getAttribute(Memberships.ATTRIBUTE) instanceof Memberships memberships) {
            return memberships.actor();
        }
        throw Problem.of(401).exception();
    }
}
