import com.oracle.svm.core.option.APIOption;
import com.oracle.svm.core.option.APIOptionGroup;
import java.io.*;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.function.Function;
import java.util.jar.*;
import java.util.stream.*;
import jdk.graal.compiler.options.OptionDescriptor;
import jdk.graal.compiler.options.OptionDescriptors;

/** The native-image command: turns its options into those of the image builder and runs the builder in a JVM of its own. */
public final class NativeImage {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    private static final Path SVM = HOME.resolve("lib/svm");

    /** One spelling of a public option: what it becomes, and how it takes its value. */
    private record Rule(String builder, boolean flag, String preset, boolean fixed, char[] separators, List<Function<Object, Object>> steps) {}

    private final Map<String, Rule> rules = new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Map<String, String> groups = new HashMap<>();
    private final List<String> builder = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();
    private final List<String> modulePath = new ArrayList<>();
    private final Set<String> addModules = new LinkedHashSet<>();
    private final Set<String> nativeAccess = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> env = new TreeMap<>();
    private String mainClass, mainModule, name, dir = Path.of("").toAbsolutePath().toString();
    private boolean shared, verbose, dryRun, jarMode;

    public static void main(String[] args) throws Exception {
        try {
            System.exit(new NativeImage().run(args));
        } catch (Usage e) {
            System.err.println("Error: " + e.getMessage());
            System.exit(20);
        }
    }

    private static final class Usage extends RuntimeException {
        Usage(String m) { super(m); }
    }

    private int run(String[] args) throws Exception {
        collectRules();
        Deque<String> queue = new ArrayDeque<>();
        String options = System.getenv("NATIVE_IMAGE_OPTIONS");
        if (options != null) queue.addAll(Words.tokens(options));
        for (String a : args) {
            if (a.startsWith("@")) queue.addAll(Words.tokens(Files.readString(Path.of(a.substring(1)))));
            else queue.add(a);
        }
        if (queue.contains("--version")) return version();
        if (queue.isEmpty() || queue.contains("--help") || queue.contains("-h")) return help();
        while (!queue.isEmpty()) option(queue, "user");
        if (classPath.isEmpty() && modulePath.isEmpty()) classPath.add(".");
        for (String e : classPathEntries()) metaInf(Path.of(e));
        for (String e : modulePath) metaInf(Path.of(e));
        return build();
    }

    // ---- options ----

    private void option(Deque<String> q, String origin) throws IOException {
        String a = q.poll();
        switch (a) {
            case "-cp", "-classpath", "--class-path" -> Words.path(classPath, value(q, a));
            case "-p", "--module-path" -> Words.path(modulePath, value(q, a));
            case "-m", "--module" -> {
                String[] mc = value(q, a).split("/", 2);
                mainModule = mc[0];
                if (mc.length > 1) mainClass = mc[1];
            }
            case "-jar" -> jar(Path.of(value(q, a)));
            case "-o" -> output(value(q, a));
            case "--add-modules" -> addModules.addAll(List.of(value(q, a).split(",")));
            case "--enable-native-access" -> nativeAccess.addAll(List.of(value(q, a).split(",")));
            case "--enable-preview" -> jvm.add(a);
            case "--verbose" -> verbose = true;
            case "--dry-run" -> dryRun = true;
            case "--no-server", "--native-image-info" -> { }
            case "--exclude-config" -> { value(q, a); value(q, a); }
            default -> {
                if (a.startsWith("--class-path=")) Words.path(classPath, a.substring(13));
                else if (a.startsWith("--module-path=")) Words.path(modulePath, a.substring(14));
                else if (a.startsWith("--add-modules=")) addModules.addAll(List.of(a.substring(14).split(",")));
                else if (a.startsWith("--enable-native-access=")) nativeAccess.addAll(List.of(a.substring(23).split(",")));
                else if (a.startsWith("-H:Name=")) name = a.substring(8);
                else if (a.startsWith("-H:Class=")) mainClass = a.substring(9);
                else if (a.startsWith("-H:Path=")) dir = a.substring(8);
                else if (a.startsWith("-H:") || a.startsWith("-R:")) builder.add(located(a, origin));
                else if (a.startsWith("-D")) jvm.add(a);
                else if (a.startsWith("-J")) jvm.add(a.substring(2));
                else if (a.startsWith("-E")) {
                    String[] kv = a.substring(2).split("=", 2);
                    env.put(kv[0], kv.length > 1 ? kv[1] : System.getenv().getOrDefault(kv[0], ""));
                } else if (!publicOption(a, q, origin)) {
                    if (a.startsWith("-")) throw new Usage("Unrecognized option: " + a);
                    words.add(a);
                }
            }
        }
    }

    private static String value(Deque<String> q, String a) {
        if (q.isEmpty()) throw new Usage(a + " requires a value");
        return q.poll();
    }

    private void output(String o) {
        Path p = Path.of(o).toAbsolutePath().normalize();
        name = p.getFileName().toString();
        dir = p.getParent().toString();
    }

    private void jar(Path j) throws IOException {
        jarMode = true;
        classPath.add(j.toAbsolutePath().normalize().toString());
        try (JarFile f = new JarFile(j.toFile())) {
            Attributes m = f.getManifest() == null ? new Attributes() : f.getManifest().getMainAttributes();
            mainClass = m.getValue("Main-Class");
            if (mainClass == null) throw new Usage("no Main-Class in the manifest of " + j);
            if ("ALL-UNNAMED".equals(m.getValue("Enable-Native-Access"))) nativeAccess.add("ALL-UNNAMED");
            for (String k : new String[] {"Add-Opens", "Add-Exports"})
                if (m.getValue(k) != null)
                    for (String e : m.getValue(k).trim().split(" +")) builder.add("-H:" + k.replace("-", "") + "=" + e + "=ALL-UNNAMED");
        }
        if (name == null) name = j.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    /** Class path with the Class-Path entries of the jars' manifests. */
    private List<String> classPathEntries() {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> todo = new ArrayDeque<>(classPath);
        while (!todo.isEmpty()) {
            String e = todo.poll();
            if (!all.add(e) || !e.endsWith(".jar")) continue;
            try (JarFile f = new JarFile(e)) {
                String cp = f.getManifest() == null ? null : f.getManifest().getMainAttributes().getValue("Class-Path");
                if (cp == null) continue;
                for (String c : cp.trim().split("\\s+")) {
                    URI u = Path.of(e).getParent().toUri().resolve(c);
                    if ("file".equals(u.getScheme()) && Files.exists(Path.of(u))) todo.add(Path.of(u).toString());
                }
            } catch (IOException | IllegalArgumentException x) {
                // not a readable jar: the builder will say so
            }
        }
        return List.copyOf(all);
    }

    /** Options of the builder that are public carry @APIOption: build the table of their spellings. */
    private void collectRules() {
        for (OptionDescriptors ds : ServiceLoader.load(OptionDescriptors.class)) {
            for (OptionDescriptor d : ds) {
                Field f;
                try {
                    f = d.getDeclaringClass().getDeclaredField(d.getFieldName());
                } catch (ReflectiveOperationException e) {
                    continue;
                }
                String kind = f.getType().getSimpleName().startsWith("Runtime") ? "-R:" : "-H:";
                for (APIOption o : f.getAnnotationsByType(APIOption.class)) rule(kind, d, o);
            }
        }
    }

    private void rule(String kind, OptionDescriptor d, APIOption o) {
        boolean flag = d.getOptionValueType() == Boolean.class;
        List<Function<Object, Object>> steps = new ArrayList<>();
        String builderOption;
        String preset = null;
        boolean fixed = o.fixedValue().length > 0;
        try {
            for (var c : o.valueTransformer()) {
                var k = c.getDeclaredConstructor();
                k.setAccessible(true);
                steps.add(k.newInstance());
            }
            if (flag) builderOption = kind + (o.kind() == APIOption.APIOptionKind.Negated ? '-' : '+') + d.getName();
            else builderOption = kind + d.getName() + "=";
            if (o.defaultValue().length > 0) preset = o.defaultValue()[0];
            if (fixed) preset = o.fixedValue()[0];
            if (o.group() != APIOption.NullGroup.class) {
                var k = o.group().getDeclaredConstructor();
                k.setAccessible(true);
                APIOptionGroup g = k.newInstance();
                String prefix = APIOption.Utils.groupName(g);
                if (g.multiValueOption() != null) groups.put(prefix, "-H:" + g.multiValueOption().getName() + "=");
                else for (String n : o.name()) rules.put(prefix + n, new Rule(builderOption, true, null, false, new char[0], List.of()));
                return;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        for (String n : o.name()) rules.put(APIOption.Utils.optionName(n), new Rule(builderOption, flag, preset, fixed, o.valueSeparator(), steps));
    }

    private boolean publicOption(String a, Deque<String> q, String origin) {
        for (var g : groups.entrySet())
            if (a.startsWith(g.getKey())) return builder.add(located(g.getValue() + a.substring(g.getKey().length()), origin + "+api"));
        for (var e : rules.entrySet()) {
            String n = e.getKey();
            Rule r = e.getValue();
            if (!a.startsWith(n)) continue;
            String v = null;
            boolean hit = false;
            if (a.equals(n)) {
                if (r.flag || r.preset != null) { v = r.flag ? null : r.preset; hit = true; }
                else for (char s : r.separators) if (s == APIOption.WHITESPACE_SEPARATOR) { v = value(q, a); hit = true; break; }
            }
            if (!hit && !r.flag && !r.fixed)
                for (char s : r.separators) {
                    if (s == APIOption.WHITESPACE_SEPARATOR) continue;
                    String p = s == APIOption.NO_SEPARATOR ? n : n + s;
                    if (a.startsWith(p) && (s != APIOption.NO_SEPARATOR || a.length() > p.length())) { v = a.substring(p.length()); hit = true; break; }
                }
            if (!hit) continue;
            String b = r.builder;
            if (v != null) {
                Object x = v;
                for (var step : r.steps) x = step.apply(x);
                b += x;
            }
            builder.add(located(b, origin + "+api"));
            if (b.equals("-H:+SharedLibrary")) shared = true;
            return true;
        }
        return false;
    }

    /** Names the origin of a hosted option, so that the builder can tell public options from experimental ones. */
    private static String located(String o, String origin) {
        if (!o.startsWith("-H:")) return o;
        int eq = o.indexOf('=');
        String key = eq < 0 ? o : o.substring(0, eq);
        if (key.contains("@")) return o;
        return key + "@" + origin + (eq < 0 ? "" : o.substring(eq));
    }

    // ---- configuration in jars and directories ----

    private static final Map<String, String> CONFIGURATION = Map.of(
        "reachability-metadata.json", "ReachabilityMetadataResources",
        "jni-config.json", "JNIConfigurationResources",
        "reflect-config.json", "ReflectionConfigurationResources",
        "resource-config.json", "ResourceConfigurationResources",
        "proxy-config.json", "DynamicProxyConfigurationResources",
        "serialization-config.json", "SerializationConfigurationResources",
        "serialization-deny-config.json", "SerializationDenyConfigurationResources",
        "predefined-classes-config.json", "PredefinedClassesConfigurationResources");

    private void metaInf(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            walk(entry, entry);
        } else if (entry.toString().endsWith(".jar")) {
            try (FileSystem fs = FileSystems.newFileSystem(entry)) {
                walk(entry, fs.getPath("/"));
            }
        }
    }

    private void walk(Path entry, Path root) throws IOException {
        Path base = root.resolve("META-INF/native-image");
        if (!Files.isDirectory(base)) return;
        List<Path> files;
        try (Stream<Path> s = Files.walk(base)) {
            files = s.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path f : files) {
            String where = root.relativize(f).toString(), origin = f.toUri().toString();
            String option = CONFIGURATION.get(f.getFileName().toString());
            if (option != null) {
                builder.add(located("-H:" + option + "=" + where, origin + "+api"));
            } else if (f.endsWith("native-image.properties")) {
                Properties p = new Properties();
                try (InputStream in = Files.newInputStream(f)) {
                    p.load(in);
                }
                String here = root.relativize(f.getParent()).toString();
                for (String a : words(p.getProperty("JavaArgs"), here)) jvm.add(a);
                Deque<String> q = new ArrayDeque<>(words(p.getProperty("Args"), here));
                while (!q.isEmpty()) option(q, origin);
                if (name == null && p.getProperty("ImageName") != null) name = p.getProperty("ImageName").trim();
                if (p.getProperty("ForceOnModulePath") != null) {
                    modulePath.add(entry.toString());
                    classPath.remove(entry.toString());
                    addModules.add(p.getProperty("ForceOnModulePath").trim());
                }
            }
        }
    }

    private static List<String> words(String s, String here) {
        return s == null || s.isBlank() ? List.of() : Words.tokens(s).stream().map(w -> w.replace("${.}", here)).toList();
    }

    // ---- running the builder ----

    private int build() throws Exception {
        for (String w : words) {
            if (mainClass == null && mainModule == null && !jarMode && !shared) mainClass = w;
            else name = w;
        }
        if (name == null) {
            if (mainClass == null && mainModule == null) throw new Usage("no main class given");
            name = (mainClass != null ? mainClass.substring(mainClass.lastIndexOf('.') + 1) : mainModule).toLowerCase(Locale.ROOT);
        }
        if (name.contains("/")) output(Path.of(dir).resolve(name).toString());
        List<Path> builderJars = jars(SVM.resolve("builder"));
        List<String> java = new ArrayList<>();
        java.add("@" + SVM.resolve("builder.args"));
        java.addAll(List.of("-XX:+UseParallelGC", "-Xss10m", "-XX:MaxRAMPercentage=" + System.getenv().getOrDefault("NATIVE_IMAGE_RAM_PERCENT", "60"), "-XX:GCTimeRatio=19", "-XX:+ExitOnOutOfMemoryError"));
        java.addAll(jvm);
        List<String> access = new ArrayList<>(moduleNames(builderJars));
        access.addAll(nativeAccess);
        java.add("--enable-native-access=" + String.join(",", access));
        java.add("--add-modules=ALL-DEFAULT");
        Set<String> own = new HashSet<>(moduleNames(modulePath.stream().map(Path::of).toList()));
        if (!addModules.isEmpty()) {
            java.add("-Dsvm.modulesupport.addedModules=" + String.join(",", addModules));
            String system = addModules.stream().filter(m -> !own.contains(m)).collect(Collectors.joining(","));
            if (!system.isEmpty()) java.add("--add-modules=" + system);
        }
        java.addAll(List.of("--upgrade-module-path", SVM.resolve("upgrade").toString(), "--module-path", SVM.resolve("builder").toString()));
        java.addAll(List.of("--module", "org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner"));
        List<String> b = new ArrayList<>();
        b.addAll(List.of("-keepalive", "/proc/" + ProcessHandle.current().pid() + "/comm"));
        if (!classPath.isEmpty()) b.addAll(List.of("-imagecp", String.join(File.pathSeparator, classPathEntries())));
        if (!modulePath.isEmpty()) b.addAll(List.of("-imagemp", String.join(File.pathSeparator, modulePath)));
        Path c = SVM.resolve("clibraries");
        b.add("-H:CLibraryPath@driver=" + c.resolve("linux-amd64/glibc") + "," + c.resolve("linux-amd64") + "," + c);
        b.add("-H:NativeLinkerOption@driver=-Wl,-T," + c.resolve("linux-amd64/glibc/jdk.ld"));
        b.add("-H:ImageBuildID@driver=" + UUID.nameUUIDFromBytes((classPath + "|" + modulePath + "|" + builder + "|" + name).getBytes(StandardCharsets.UTF_8)));
        b.addAll(builder);
        if (mainClass != null) b.add("-H:Class@user+api=" + mainClass);
        if (mainModule != null) b.add("-H:Module@user+api=" + mainModule);
        b.add("-H:Path@driver=" + dir);
        b.add("-H:Name@user+api=" + name);
        if (System.console() != null && System.getenv("CI") == null) b.add("-H:Color@driver=auto");
        Files.createDirectories(Path.of(dir));
        List<String> cmd = new ArrayList<>(List.of(HOME.resolve("bin/java").toString()));
        cmd.addAll(java);
        cmd.addAll(b);
        if (verbose || dryRun) cmd.forEach(System.out::println);
        if (dryRun) return 0;
        ProcessBuilder pb = new ProcessBuilder(cmd).inheritIO();
        Map<String, String> e = pb.environment();
        Map<String, String> keep = new HashMap<>();
        for (String k : List.of("PATH", "PWD", "HOME", "TMPDIR", "LANG", "LC_ALL", "SOURCE_DATE_EPOCH")) if (e.get(k) != null) keep.put(k, e.get(k));
        e.clear();
        e.putAll(keep);
        e.putAll(env);
        e.put("USE_NATIVE_IMAGE_JAVA_PLATFORM_MODULE_SYSTEM", "true");
        Process p = pb.start();
        Runtime.getRuntime().addShutdownHook(new Thread(p::destroy));
        return p.waitFor();
    }

    private static List<Path> jars(Path d) throws IOException {
        try (Stream<Path> s = Files.list(d)) {
            return s.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static List<String> moduleNames(List<Path> l) {
        return java.lang.module.ModuleFinder.of(l.toArray(Path[]::new)).findAll().stream().map(r -> r.descriptor().name()).sorted().toList();
    }

    private static int version() {
        System.out.println("native-image " + System.getProperty("toolchain.svm.version", "25.0.2") + " 2026-01-20");
        System.out.println("OpenJDK Runtime Environment " + System.getProperty("java.vendor.version") + " (build " + System.getProperty("java.runtime.version") + ")");
        System.out.println("OpenJDK 64-Bit Server VM " + System.getProperty("java.vendor.version") + " (build " + System.getProperty("java.vm.version") + ", mixed mode)");
        return 0;
    }

    private int help() {
        System.out.println("Usage: native-image [options] class [imagename] | [options] -jar file | [options] -m module[/class]\n\nOptions besides -cp, -p, -o, -D, -J, -E, -H:, -R:, --add-modules, --enable-native-access, --enable-preview, --verbose, --dry-run, --version:");
        for (String n : new TreeSet<>(rules.keySet())) System.out.println("  " + n);
        return 0;
    }
}
