package vn.lienvien.events;

/** How a destination is found. */
public enum Routing {
    /** Agreed between the hospitals before anything was typed: confirmed, never searched. */
    AGREED,
    /** One named hospital is asked. */
    ASK,
    /** Find one; only here the machine moves on by itself. */
    SEARCH
}
