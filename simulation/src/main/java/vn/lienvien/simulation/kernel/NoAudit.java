package vn.lienvien.simulation.kernel;

import java.util.Map;
import vn.lienvien.kit.audit.Audit;

/** Who reads and who overrides is proved elsewhere. */
public final class NoAudit extends Audit {

    public NoAudit() {
        super(null, null);
    }

    @Override
    public void record(
            String action, String subjectType, String subjectId, Map<String, String> codes) {}
}
