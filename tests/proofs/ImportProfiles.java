import com.sun.tools.xjc.Driver;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.Unmarshaller;
import javax.xml.bind.annotation.XmlElementDecl;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;

/**
 * Compiles XML profiles to classes with calls of xjc, all of the classes together, and reads and writes
 * samples with them.
 *
 * <p>The arguments are a folder for what is made, a file with a call of xjc a line, and a file with a
 * line for each sample: the package, the root of its documents, the sample, and where the sample goes
 * that the classes have written. There are tabs between.
 */
public final class ImportProfiles {
  public static void main(String[] arguments) throws Exception {
    Path folder = Paths.get(arguments[0]);
    PrintStream said = System.err;
    for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
      List<String> asked = new ArrayList<>(Arrays.asList("-quiet", "-no-header", "-d", folder.toString()));
      asked.addAll(Arrays.asList(line.split("\t")));
      if (Driver.run(asked.toArray(new String[0]), said, said) != 0) {
        throw new IllegalStateException("xjc refuses " + line);
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
    int count = 0;
    for (String line : Files.readAllLines(Paths.get(arguments[2]))) {
      String[] row = line.split("\t");
      readAndWrite(row[0], row[1], new File(row[2]), new File(row[3]), loader);
      count++;
    }
    System.out.println(count + " samples, " + sources.size() + " classes");
  }

  private static void readAndWrite(String name, String root, File sample, File written, ClassLoader loader)
      throws Exception {
    JAXBContext context = JAXBContext.newInstance(name, loader);
    Unmarshaller reader = context.createUnmarshaller();
    reader.setEventHandler(event -> false); // an element that no class has is a fault
    Class<?> kind = kindOf(name, root, loader);
    Object document;
    try {
      document = reader.unmarshal(new StreamSource(sample), kind).getValue();
    } catch (Exception error) {
      throw new IllegalStateException(sample + ": " + error, error);
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    JAXBElement<?> element = new JAXBElement(new QName(root), kind, document);
    context.createMarshaller().marshal(element, written);
  }

  /** The class of the documents of a root: the one that its package declares the element with. */
  private static Class<?> kindOf(String name, String root, ClassLoader loader) throws Exception {
    for (Method method : loader.loadClass(name + ".ObjectFactory").getMethods()) {
      XmlElementDecl declared = method.getAnnotation(XmlElementDecl.class);
      if (declared != null && declared.name().equals(root)) {
        return method.getParameterTypes()[0];
      }
    }
    return loader.loadClass(name + "." + root);
  }
}
