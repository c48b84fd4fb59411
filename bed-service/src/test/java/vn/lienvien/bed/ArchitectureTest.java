package vn.lienvien.bed;

import vn.lienvien.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("vn.lienvien.bed");
    }
}
