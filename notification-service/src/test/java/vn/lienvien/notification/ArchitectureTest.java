package vn.lienvien.notification;

import vn.lienvien.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("vn.lienvien.notification");
    }
}
