package jp.madoguchi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a person sees when the counter is ready. */
final class Welcome {

  private Welcome() {}

  static void print(Counter counter) {
    // Not System.out: a machine without a locale would print ? in place of each Japanese letter.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.println();
    out.println("  窓口 (研修)   " + counter.address());
    out.println();
    out.println("  clerk1      / kenshu-clerk1        窓口担当  clerk");
    out.println("  clerk2      / kenshu-clerk2        窓口担当  clerk");
    out.println("  supervisor1 / kenshu-supervisor1   係長      supervisor");
    out.println("  owner1      / kenshu-owner1        業務管理  process owner");
    out.println("  auditor1    / kenshu-auditor1      監査      auditor");
    out.println("  admin1      / kenshu-admin1        管理者    administrator");
    out.println();
    out.println("  まず: clerk1 でログインし、画面上部の「研修の道具」でカードを置き、「受付」を開いてください。");
    out.println("  First: log in as clerk1, put a card on by 研修の道具 at the top, and open 受付.");
    out.println("  窓口が閉まっている時刻なら、同じ「研修の道具」で時計を開庁時間に動かせます。");
    out.println(
        "  While the counter is closed, the same page moves its clock into the opening hours.");
    out.println(
        "  端末の登録 (admin1): "
            + counter.terminalsAddress()
            + "  --trust "
            + counter.layout().terminalsCertificate());
    out.println("  Ctrl-C で終了します。データは " + counter.layout().data() + " に残ります。");
    out.println();
    out.flush();
  }
}
