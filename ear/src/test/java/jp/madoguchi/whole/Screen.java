package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's browser: Chromium as installed, with everything it complains of. It has no window of
 * its own, which spares a third of its time.
 */
final class Screen implements AutoCloseable {

  private static final Playwright PLAYWRIGHT = Playwright.create();
  private static final Browser CHROMIUM =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(installed("chromium-headless-shell"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          // one site, asked by a test at a time: no process apart for each context
                          "--disable-site-isolation-trials",
                          "--renderer-process-limit=1")));
  private static final double PATIENCE = 15_000;

  /** Drawn for people, {@code -Dmadoguchi.pictures=png}: a tenth of the browser's work. */
  private static final Optional<ScreenshotType> PICTURES =
      Optional.ofNullable(System.getProperty("madoguchi.pictures"))
          .map(type -> ScreenshotType.valueOf(type.toUpperCase(Locale.ROOT)));

  /** What holds is not told node by node: it would be most of what goes to and fro. */
  private static final AxeRunOptions VIOLATIONS_ALONE = new AxeRunOptions();

  static {
    VIOLATIONS_ALONE.setResultTypes(List.of("violations"));
  }

  private static Path installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(program + " is not on the PATH"));
  }

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Screen(int width, int height) {
    this(width, height, true);
  }

  private Screen(int width, int height, boolean scripts) {
    context =
        CHROMIUM.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setJavaScriptEnabled(scripts));
    context.setDefaultTimeout(PATIENCE);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /** A browser that runs no script of a page. */
  static Screen withoutScripts(int width, int height) {
    return new Screen(width, height, false);
  }

  Page page() {
    return page;
  }

  Screen open(String path) {
    page.navigate(RunningCounter.get().address() + path);
    return this;
  }

  Screen logIn(String login) {
    open("login.xhtml");
    page.locator("input[name$=username]").fill(login);
    page.locator("input[type=password]").fill("kenshu-" + login);
    press("ログイン");
    page.waitForURL(Pattern.compile(".*home\\.xhtml.*"));
    return this;
  }

  /** The same window, drawn anew at another size. */
  Screen sized(int width, int height) {
    page.setViewportSize(width, height);
    return this;
  }

  /** From here on only what the browser says from now is a complaint. */
  Screen listenAnew() {
    complaints.clear();
    return this;
  }

  /** Presses the first button whose name has the words. */
  Screen press(String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
    return this;
  }

  Screen waitFor(String words) {
    page.getByText(words).first().waitFor();
    return this;
  }

  /** The page has no need to be moved sideways; a picture of it, where pictures are wanted. */
  Screen pictured(String name) {
    PICTURES.ifPresent(type -> draw(name, type));
    Number overflow =
        (Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow.intValue()).as("horizontal scrolling on " + name).isZero();
    return this;
  }

  private void draw(String name, ScreenshotType type) {
    Path folder = Path.of(System.getProperty("madoguchi.screenshots", "target/screenshots"));
    String file =
        "%s-%d.%s".formatted(name, page.viewportSize().width, type.name().toLowerCase(Locale.ROOT));
    page.screenshot(new Page.ScreenshotOptions().setType(type).setPath(folder.resolve(file)));
  }

  /**
   * The page as {@link #pictured}, and axe's judgement of it (WCAG 2.2 AA). No rule of the style
   * sheets tells 1366 pixels from 1920, nor 320 from 390: one judgement holds for both.
   */
  Screen judged(String name) {
    pictured(name);
    var results =
        new AxeBuilder(page)
            // in the page itself: it has no frames, and a second page costs time
            .setLegacyMode(true)
            .options(VIOLATIONS_ALONE)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze();
    assertThat(results.getViolations())
        .as("axe on " + name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    return this;
  }

  /** What the console and the scripts complained of, a violated content policy among it. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
