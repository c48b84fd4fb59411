package vn.lienvien.bed.placement.domain;

import java.util.UUID;

public record SlotId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
