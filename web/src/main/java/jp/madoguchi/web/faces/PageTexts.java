package jp.madoguchi.web.faces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.madoguchi.text.Texts;
import jp.madoguchi.web.rest.CallerLanguage;

/**
 * The words of the pages in the page's language, for EL: {@code #{text['home.title']}} and {@code
 * #{text.of('home.waiting', count)}}. What the pages' own bundle lacks is looked for among the
 * features' words.
 */
@Named("text")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {

  /** やさしい日本語; what it has no words of its own for is said in ordinary Japanese. */
  static final Locale EASY = new Locale("ja", "", "easy");

  private static final String BUNDLE = "jp.madoguchi.web.messages";
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keys that the pages' modules need in the browser. */
  private static final String FOR_SCRIPTS = "js.";

  @Inject private HttpServletRequest request;

  @Override
  public String get(Object key) {
    return of(String.valueOf(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  /** The text of a key with its placeholders filled in; the key itself where there is none. */
  public String of(String key, Object... arguments) {
    return find(key, arguments).orElse(key);
  }

  /** The text of a key, where there is one. */
  public Optional<String> find(String key, Object... arguments) {
    ResourceBundle bundle = bundle();
    return bundle.containsKey(key)
        ? Optional.of(new MessageFormat(bundle.getString(key), locale()).format(arguments))
        : Texts.find(locale(), key, arguments);
  }

  /**
   * What a step of a case is called: in Japanese as its diagram has it, else by the pages' own
   * word.
   *
   * @param inDiagram null where no diagram is at hand
   */
  public String step(String step, String inDiagram) {
    Optional<String> own = find("step.name." + step);
    Optional<String> drawn = Optional.ofNullable(inDiagram);
    return (language().equals("en") ? own.or(() -> drawn) : drawn.or(() -> own)).orElse(step);
  }

  /** The words for the browser's modules, as a JSON object; keys without their {@code js.}. */
  public String script() {
    ResourceBundle bundle = bundle();
    Map<String, String> words =
        bundle.keySet().stream()
            .filter(key -> key.startsWith(FOR_SCRIPTS))
            .collect(
                Collectors.toMap(
                    key -> key.substring(FOR_SCRIPTS.length()),
                    bundle::getString,
                    (one, other) -> one,
                    TreeMap::new));
    try {
      return JSON.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String language() {
    return locale().getLanguage();
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    ResourceBundle bundle = bundle();
    return bundle.keySet().stream()
        .map(key -> Map.entry(key, bundle.getString(key)))
        .collect(Collectors.toSet());
  }

  private ResourceBundle bundle() {
    return bundle(locale());
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, PageTexts.class.getClassLoader(), NO_FALLBACK);
  }

  /** The page's language; of a program, the one it asks for. */
  public Locale locale() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces == null || faces.getViewRoot() == null
        ? CallerLanguage.of(request)
        : faces.getViewRoot().getLocale();
  }
}
