package vn.lienvien.bed.placement.domain;

import java.util.UUID;

public record TransferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
