package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.madoguchi.agent.reader.OpenSc;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole case over PC/SC (pcscd, and vpcd in the place of a reader). Then the holder has the card
 * at home, in the hands of software that is not ours: OpenSC, the JDK, openssl.
 */
class JudgedByOthersIT {

  private static final String CARD = "KENSHU000000094";
  private static final String SECURITY_CODE = "4478";
  private static final String READER = "Virtual PCD 00 00";

  @TempDir private Path folder;

  @Test
  void aCardThatWasWrittenOverPcscSignsAndLogsInByOtherPeoplesSoftware() throws Exception {
    Office.isOpen();
    Counter counter = RunningCounter.get();
    try (OpenSc openSc = OpenSc.start(folder);
        CardAtHome card = CardAtHome.plug(CARD, openSc)) {
      counter.stopAgent();
      counter.startAgent("--reader", READER);
      // a page that is open when the card comes goes on by itself, and offers nothing to press
      Visit.untilRecognised(Counter.TERMINAL, CARD);
      writeBothCertificates();
      counter.stopAgent();
      openSc.awaitTheCard();
      HolderAtHome holder = new HolderAtHome(openSc, folder);
      holder.seesBothKeysAndCertificates();
      holder.readsTheCertificates();
      holder.signsWithBothKeys();
      holder.signsADocument();
      holder.logsIn();
    } finally {
      counter.stopAgent();
      counter.startAgent();
    }
  }

  private static void writeBothCertificates() {
    try (Screen clerk = new Screen(1366, 768);
        Screen applicant = new Screen(1366, 768)) {
      SameDayCase sameDay = new SameDayCase(clerk, applicant);
      clerk.logIn("clerk1").open("reception/index.xhtml").waitFor("この方を受け付ける");
      sameDay.compareTheCard(SECURITY_CODE);
      sameDay.receive();
      sameDay.checkPapers();
      sameDay.pairTheApplicantsScreen();
      sameDay.beginToWrite();
      for (String pin : new String[] {SameDayCase.SIGNATURE_PIN, SameDayCase.AUTHENTICATION_PIN}) {
        sameDay.typePin(pin);
        sameDay.typePin(pin);
      }
      sameDay.watchTheWriting();
      sameDay.openTheHandover();
      sameDay.handOver();
      assertThat(clerk.complaints()).isEmpty();
    }
  }
}
