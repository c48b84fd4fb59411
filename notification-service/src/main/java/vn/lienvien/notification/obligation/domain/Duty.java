package vn.lienvien.notification.obligation.domain;

import java.util.UUID;

/**
 * Who must know what: at most one obligation with the same duty stands at a time.
 *
 * @param source who said so; obligations of two sources are never one, since their events come in
 *     any order
 * @param offer or the opening of a broken glass; null when it is about no single one
 */
public record Duty(Kind kind, Role role, String organisation, Source source, UUID offer) {}
