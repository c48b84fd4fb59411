package vn.lienvien.kit;

import vn.lienvien.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("vn.lienvien.kit");
    }
}
