package vn.lienvien.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the whole system on this machine; Ctrl-C stops it.")
final class Up implements Callable<Integer> {

    @Option(
            names = "--state",
            paramLabel = "<folder>",
            defaultValue = "${env:LIENVIEN_STATE}",
            description = "where data stays between runs (default: .lienvien in the clone)")
    private Path state;

    @Option(
            names = {"--port", "--port-edge"},
            paramLabel = "<port>",
            defaultValue = "${env:LIENVIEN_PORT:-8080}",
            description = "of the web address (default: 8080; LIENVIEN_PORT)")
    private int edgePort;

    @Option(
            names = "--port-postgres",
            paramLabel = "<port>",
            defaultValue = "${env:LIENVIEN_PORT_POSTGRES:-0}",
            description = "default: a free one (LIENVIEN_PORT_POSTGRES)")
    private int postgresPort;

    @Option(
            names = "--port-kafka",
            paramLabel = "<port>",
            defaultValue = "${env:LIENVIEN_PORT_KAFKA:-0}",
            description = "default: a free one (LIENVIEN_PORT_KAFKA)")
    private int kafkaPort;

    @Option(
            names = "--replicas",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "processes of each service (default: 1)")
    private int replicas;

    @Option(
            names = "--after-restore",
            description =
                    "the databases come from a backup: raise the event counters and set"
                            + " the readers back first")
    private boolean afterRestore;

    static Path usualState() {
        String given = System.getenv("LIENVIEN_STATE");
        return given == null || given.isBlank()
                ? SourceTree.root().resolve(".lienvien")
                : Path.of(given);
    }

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        Path folder = state == null || state.toString().isBlank() ? usualState() : state;
        StackPlan plan =
                StackPlan.in(folder)
                        .onPorts(edgePort, postgresPort, kafkaPort)
                        .replicated(replicas)
                        .afterRestore(afterRestore);
        Progress progress = line -> System.out.println("  " + line);
        System.out.println("LienVien is starting; its state is in " + folder);
        Stack stack = Stack.prepare(plan, progress);
        Supervisor supervisor = new Supervisor(progress);
        AotTraining training = new AotTraining(stack.trainingRuns());
        stopAtExit(stack, supervisor, training);
        try {
            stack.launch();
        } catch (PartFailed e) {
            supervisor.stop();
            throw new PartFailed(e.getMessage() + "\n\n" + wayOut(folder), e);
        }
        supervisor.watch(stack.parts());
        System.out.println(Greeting.of(stack, folder, System.nanoTime() - begun));
        training.startInBackground();
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stopAtExit(Stack stack, Supervisor supervisor, AotTraining training) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    System.out.println("\nLienVien is stopping");
                                    supervisor.stop();
                                    training.stop();
                                    stack.stop();
                                    System.out.println("LienVien has stopped; its data is kept");
                                },
                                "stop"));
    }

    private static String wayOut(Path folder) {
        return """
        The logs are under %s. If the folder is damaged, keep it aside and start afresh:
          mv %s %s.damaged"""
                .formatted(folder, folder, folder);
    }
}
