package vn.lienvien.bed.placement.domain;

public record UnitId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
