package org.assay.it.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.it.house.DemoFund;
import org.assay.launcher.Database;
import org.assay.launcher.Home;
import org.assay.launcher.Ports;
import org.assay.launcher.Server;

/** Nodes on one database, each a process with a home of its own. None runs before it is started. */
final class Cluster implements AutoCloseable {
    private final Home home;
    private final Database database;
    private final List<Node> nodes = new ArrayList<>();

    private Cluster(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    /**
     * An empty database and nodes that know of each other.
     *
     * @param more settings for each node, beside those it needs
     */
    static Cluster of(int size, Path folder, Map<String, String> more) {
        Home home = Home.take(folder.resolve("books"));
        Cluster cluster = new Cluster(home, Database.start(home, Optional.empty()));
        List<Integer> ports =
                IntStream.range(0, size).mapToObj(any -> Ports.anyFree()).toList();
        Map<String, String> settings = new HashMap<>(cluster.database.address().environment());
        settings.put(
                "ASSAY_CLUSTER",
                ports.stream()
                        .map(port -> "127.0.0.1[%s]".formatted(Integer.toString(port)))
                        .collect(Collectors.joining(",")));
        settings.put("ASSAY_DEMO_OPERATOR_PASSWORD", DemoFund.OPERATOR_PASSWORD);
        settings.put("ASSAY_DEMO_APPROVER_PASSWORD", DemoFund.APPROVER_PASSWORD);
        settings.putAll(more);
        for (int port : ports) {
            String name = "assay-" + (cluster.nodes.size() + 1);
            cluster.nodes.add(new Node(new Server.Node(name, Optional.of(port)), folder.resolve(name), settings));
        }
        return cluster;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Which stands at a gate. */
    Node standing() throws SQLException {
        return node(rows("""
                select application_name from pg_stat_activity join pg_locks using (pid)
                where locktype = 'advisory' and not granted and usename = 'assay_app' order by xact_start""").get(0));
    }

    Node other(Node than) {
        return nodes.stream().filter(node -> !node.equals(than)).findFirst().orElseThrow();
    }

    /** All at the same time. */
    void start() throws InterruptedException {
        start(Map.of());
    }

    /** @param more settings, for this time */
    void start(Map<String, String> more) throws InterruptedException {
        nodes.forEach(node -> node.start(more));
        for (Node node : nodes) {
            node.awaitReady();
        }
    }

    Gates gates() throws InterruptedException {
        return Gates.open(port());
    }

    /** First column of each row, as the database's superuser sees it. */
    List<String> rows(String sql) throws SQLException {
        return rowsOf("assay", sql);
    }

    /** The same of another database beside the books. */
    List<String> rowsOf(String name, String sql) throws SQLException {
        try (Connection connection = connect(name)) {
            return BooksAsked.rows(connection, sql);
        }
    }

    /** Of each day of the demo's fund, as the offline command writes them. */
    List<String> digests() throws SQLException {
        return rows("select date || ' ' || version || ' inputs ' || inputs || ' result ' || result"
                + " from assay.strike where fund = '%s' order by date".formatted(DemoFund.ID));
    }

    /** Those of a night nobody disturbed: the offline command's. */
    static List<String> undisturbed() throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("assay.root")).resolve("ejb/pack/src/test/resources/demo/digest.txt"));
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }

    /** As the superuser. */
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "postgres", "");
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(Integer.toString(port()), name);
    }

    private int port() {
        return Integer.parseInt(database.address().url().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** Returns when the answer of a query is this one. */
    void await(String sql, String answer) throws SQLException, InterruptedException {
        for (int tries = 0; !rows(sql).equals(List.of(answer)); tries++) {
            if (tries > 6_000) {
                throw new AssertionError("%s is still %s and not %s".formatted(sql, rows(sql), answer));
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        database.close();
        home.close();
    }
}
