package vn.lienvien.bed.capacity.application;

import java.time.Duration;

/**
 * @param previewKept how long a preview can be taken
 */
public record ImportRules(Duration previewKept) {}
