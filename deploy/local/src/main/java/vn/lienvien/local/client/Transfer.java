package vn.lienvien.local.client;

import java.util.UUID;

/** A filed request, as people name it to each other. */
public record Transfer(UUID id, String caseCode) {}
