package vn.lienvien.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL with our own settings: the usual test launchers turn {@code fsync} off, and a
 * coordination system that loses an acknowledged bed is worse than none.
 */
public final class PostgresProcess extends Part {
    private static final String ADMIN = "postgres";
    private static final Map<String, String> NO_LOCALE = Map.of("LC_ALL", "C", "TZ", "UTC");

    private final Path folder;
    private final Path data;
    private final int port;

    PostgresProcess(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.data = this.folder.resolve("data");
        this.port = Ports.orFree(port);
    }

    /** Starts on the folder's data, made if need be; port 0 takes a free one. */
    public static PostgresProcess start(Path folder, int port) {
        PostgresProcess started = new PostgresProcess(folder, port);
        started.launch();
        return started;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser's connection: for tests, fault injection and the making of databases. */
    public Connection adminConnection(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), ADMIN, adminPassword());
    }

    /**
     * One database with the two roles of a service: the owner migrates, the app role works under
     * the time-outs that keep a stuck request from holding a lock. Made once; passwords are set
     * anew.
     */
    public void createDatabase(String name, String ownerPassword, String appPassword) {
        DatabaseSetup setup = new DatabaseSetup(name, ownerPassword, appPassword);
        try (Connection cluster = adminConnection(ADMIN)) {
            setup.makeRolesAndDatabase(cluster);
        } catch (SQLException e) {
            throw new PartFailed("the database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Scratch databases only: whoever is connected is cut off. */
    void dropDatabase(String name) {
        try (Connection cluster = adminConnection(ADMIN);
                Statement sql = cluster.createStatement()) {
            new DatabaseSetup(name, "", "").drop(sql);
        } catch (SQLException e) {
            throw new PartFailed("the database " + name + " cannot be dropped", e);
        }
    }

    /** PostgreSQL's fast shutdown: sessions are ended, nothing committed is lost. */
    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    Duration startPatience() {
        return Duration.ofSeconds(60);
    }

    @Override
    ChildProcess begin() {
        try {
            if (Files.notExists(data)) {
                initialise();
            }
            writeSettings();
            StaleProcess.endOwnerOf(data.resolve("postmaster.pid"), data, stopSignal());
            List<String> command = new ArrayList<>(Unprivileged.prefix(data));
            command.addAll(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
            return ChildProcess.start(name(), command, NO_LOCALE, folder.resolve("postgres.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into a folder of another name first: one that was left half made is never started on. */
    private void initialise() throws IOException {
        Path unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(Unprivileged.prefix(unfinished));
        command.addAll(
                List.of(
                        // Through a pipe of its own, which it may open under any user.
                        "sh",
                        "-c",
                        "cat | \"$0\" \"$@\"",
                        program("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=" + ADMIN,
                        "--pwfile=/dev/stdin",
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=vi-VN"));
        Path log = folder.resolve("initdb.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(NO_LOCALE);
        Process initdb = builder.start();
        try (var password = initdb.outputWriter()) {
            password.write(adminPassword());
            password.newLine();
        }
        if (initdb.onExit().join().exitValue() != 0) {
            throw new PartFailed(
                    "PostgreSQL's data folder cannot be made:\n" + Files.readString(log));
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeSettings() throws IOException {
        try (InputStream ours = PostgresProcess.class.getResourceAsStream("postgresql.conf")) {
            Files.write(data.resolve("postgresql.conf"), ours.readAllBytes());
        }
    }

    /** Answers, and keeps what it acknowledges: checked, not assumed. */
    @Override
    boolean ready() {
        try (Connection connection = adminConnection(ADMIN);
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                    shown.next();
                    if (!"on".equals(shown.getString(1))) {
                        throw new PartFailed("PostgreSQL runs with " + setting + " off");
                    }
                }
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String adminPassword() {
        return Secrets.in(folder).get("superuser.password");
    }

    private static String program(String name) {
        return PostgresBinaries.unpackedIn(Caches.folder()).resolve("bin").resolve(name).toString();
    }
}
