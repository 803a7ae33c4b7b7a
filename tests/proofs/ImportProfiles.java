import com.sun.tools.xjc.Driver;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.Marshaller;
import javax.xml.bind.Unmarshaller;

/**
 * Compiles XML profiles to classes with JAXB, each to a package of its own, all of them together, and
 * reads and writes their samples with the classes.
 *
 * <p>The arguments are a folder for what is made, and a file with a line for each profile: the package,
 * the profile, the sample, and where the sample goes that the classes have written, with tabs between.
 */
public final class ImportProfiles {
  public static void main(String[] arguments) throws Exception {
    Path folder = Paths.get(arguments[0]);
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
      rows.add(line.split("\t"));
    }
    PrintStream said = System.err;
    for (String[] row : rows) {
      String[] asked = {"-quiet", "-no-header", "-d", folder.toString(), "-p", row[0], row[1]};
      if (Driver.run(asked, said, said) != 0) {
        throw new IllegalStateException(row[1] + " is not compiled");
      }
    }
    List<String> sources;
    try (java.util.stream.Stream<Path> found = Files.walk(folder)) {
      sources = found.map(Path::toString).filter(name -> name.endsWith(".java")).collect(Collectors.toList());
    }
    List<String> options = new ArrayList<>(Arrays.asList("-nowarn", "-proc:none", "-d", folder.toString()));
    options.addAll(sources);
    int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, options.toArray(new String[0]));
    if (code != 0) {
      throw new IllegalStateException("the classes do not compile together");
    }
    ClassLoader loader =
        new java.net.URLClassLoader(
            new java.net.URL[] {folder.toUri().toURL()}, ImportProfiles.class.getClassLoader());
    for (String[] row : rows) {
      JAXBContext context = JAXBContext.newInstance(row[0], loader);
      Unmarshaller reader = context.createUnmarshaller();
      reader.setEventHandler(event -> false); // an element that no class has is a fault
      Object document;
      try {
        document = reader.unmarshal(new File(row[2]));
      } catch (Exception error) {
        throw new IllegalStateException(row[2] + ": " + error, error);
      }
      Marshaller writer = context.createMarshaller();
      writer.marshal(document, new File(row[3]));
    }
    System.out.println(rows.size() + " profiles, " + sources.size() + " classes");
  }
}
