package vn.lienvien.transfer;

import vn.lienvien.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("vn.lienvien.transfer");
    }
}
