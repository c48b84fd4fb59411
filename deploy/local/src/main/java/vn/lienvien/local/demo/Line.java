package vn.lienvien.local.demo;

/** What the reader is told, in both languages. */
record Line(String vi, String en) {}
