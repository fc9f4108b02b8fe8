package jp.madoguchi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.settings.Settings;

/**
 * The fonts of the papers: BIZ UD for all that has it, Noto Serif JP for rarer characters, and for
 * the rarest IPAmj Mincho (文字情報基盤) where it is installed.
 *
 * <p>Setting {@code letter.rare-font}: a TrueType file to use in its place.
 */
@ApplicationScoped
public class Typefaces {

  /** Where Debian and Fedora install IPAmj Mincho. */
  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/share/fonts/truetype/ipamj/ipamjm.ttf",
          "/usr/share/fonts/ipa-mj-mincho-fonts/ipamjm.ttf");

  private final List<Typeface> all;

  protected Typefaces() {
    this.all = List.of();
  }

  @Inject
  public Typefaces(Settings settings) {
    List<Typeface> found = new ArrayList<>();
    found.add(
        shipped("Paper Mincho", 400, true, "biz-udpmincho/400Regular/BIZUDPMincho_400Regular"));
    found.add(
        shipped("Paper Gothic", 400, true, "biz-udpgothic/400Regular/BIZUDPGothic_400Regular"));
    found.add(shipped("Paper Gothic", 700, true, "biz-udpgothic/700Bold/BIZUDPGothic_700Bold"));
    found.add(shipped("Paper Rare", 400, false, "noto-serif-jp/400Regular/NotoSerifJP_400Regular"));
    installed(settings)
        .map(file -> Typeface.of("Paper Rarest", 400, false, () -> read(file)))
        .ifPresent(found::add);
    this.all = List.copyOf(found);
  }

  /** In the order in which they are searched. */
  List<Typeface> all() {
    return all;
  }

  private static Optional<Path> installed(Settings settings) {
    Optional<Path> chosen = settings.find("letter.rare-font").map(Path::of);
    return chosen.or(
        () -> USUAL_PLACES.stream().map(Path::of).filter(Files::isReadable).findFirst());
  }

  private static Typeface shipped(String family, int weight, boolean everyPaper, String name) {
    byte[] file = resource("fonts/" + name + ".ttf");
    return Typeface.of(family, weight, everyPaper, () -> file);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Typefaces.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The typeface " + name + " is missing from this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The typeface " + file + " cannot be read", e);
    }
  }
}
