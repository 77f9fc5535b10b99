package org.assay.pack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * A command of the house as a process: it speaks UTF-8 whatever the machine does, has no colours, and ends with one of
 * four codes.
 *
 * @param command annotated for picocli; its name stands before every line it complains with
 * @param reasons why an exception refused what was asked for, a line each; none for a bug
 */
public record Program(Object command, Function<Exception, List<String>> reasons) {
    /** It ties, or was done. */
    public static final int TIES = 0;

    /** It differs, or something was found. */
    public static final int DIFFERS = 1;

    /** The input was refused, or cannot be read. */
    public static final int REFUSED = 2;

    /** Ours. */
    public static final int BUG = 3;

    /** The command as this process: ends it, with the command's code. */
    public void end(String... args) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
    }

    /** The command as a function, for tests: what it prints goes to the writers given. */
    public int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((e, failed, parsed) -> fail(e, err));
        // A command without a subcommand says nothing: show what there is.
        int exit = args.length == 0 ? usage(line, err) : line.execute(args);
        out.flush();
        err.flush();
        return exit;
    }

    /** As the build stamped it. */
    public static String[] version(String name, Class<?> command) {
        return new String[] {
            name + " "
                    + Optional.ofNullable(command.getPackage().getImplementationVersion())
                            .orElse("(not packaged)")
        };
    }

    private static int usage(CommandLine line, PrintWriter err) {
        line.usage(err);
        return REFUSED;
    }

    private int fail(Exception e, PrintWriter err) {
        String name = new CommandLine(command).getCommandName() + ": ";
        List<String> refused = reasons.apply(e);
        if (!refused.isEmpty()) {
            refused.forEach(reason -> err.println(name + reason));
            return REFUSED;
        }
        err.println(name + "this is a bug, please report it with the lines below: " + e);
        e.printStackTrace(err);
        return BUG;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
