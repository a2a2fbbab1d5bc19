import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Strings that hold several words: argument files, and class paths. */
final class Words {
    private Words() {}

    /** Splits a string as java does with an argument file: white space separates, quotes group, # starts a comment. */
    static List<String> tokens(String s) {
        List<String> out = new ArrayList<>();
        StringBuilder b = null;
        char quote = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (quote != 0) {
                if (c == quote) quote = 0;
                else if (c == '\\' && i + 1 < s.length()) {
                    c = s.charAt(++i);
                    b.append(switch (c) { case 'n' -> '\n'; case 't' -> '\t'; case 'r' -> '\r'; case 'f' -> '\f'; default -> c; });
                } else b.append(c);
            } else if (c == '"' || c == '\'') {
                quote = c;
                if (b == null) b = new StringBuilder();
            } else if (c == '#' && b == null) {
                while (i < s.length() && s.charAt(i) != '\n') i++;
            } else if (Character.isWhitespace(c)) {
                if (b != null) out.add(b.toString());
                b = null;
            } else {
                if (b == null) b = new StringBuilder();
                b.append(c);
            }
        }
        if (b != null) out.add(b.toString());
        return out;
    }

    /** Adds the entries of a class path that exist; {@code DIR/*} stands for the jars in it. */
    static void path(List<String> to, String v) {
        for (String e : v.split(File.pathSeparator)) {
            if (e.endsWith("/*")) {
                try (Stream<Path> s = Files.list(Path.of(e.substring(0, e.length() - 2)))) {
                    s.filter(p -> p.toString().endsWith(".jar")).sorted().forEach(p -> to.add(p.toAbsolutePath().toString()));
                } catch (IOException x) {
                    throw new UncheckedIOException(x);
                }
            } else {
                Path p = Path.of(e.isEmpty() ? "." : e).toAbsolutePath().normalize();
                if (Files.exists(p)) to.add(p.toString());
            }
        }
    }
}
