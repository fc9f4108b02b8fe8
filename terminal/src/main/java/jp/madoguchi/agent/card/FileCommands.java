package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.ACCESS_DENIED;
import static jp.madoguchi.agent.apdu.StatusWord.DONE;
import static jp.madoguchi.agent.apdu.StatusWord.FILE_NOT_FOUND;
import static jp.madoguchi.agent.apdu.StatusWord.NO_CURRENT_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.RECORD_NOT_FOUND;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_KIND_OF_FILE;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_OFFSET;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_PARAMETERS;

import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;

/** SELECT, READ BINARY and READ RECORD. */
final class FileCommands {

  private static final int NO_FILE_INFORMATION = 0x0C;
  private static final int BY_FILE_ID = 0x02;
  private static final int BY_AID = 0x04;
  private static final int RECORD_BY_NUMBER = 0x04;
  private static final int SHORT_FILE_ID = 0x8000;

  private final Applications applications;
  private final Session session;

  FileCommands(Applications applications, Session session) {
    this.applications = applications;
    this.session = session;
  }

  ResponseApdu select(CommandApdu command) {
    if (command.has(BY_AID, NO_FILE_INFORMATION)) {
      Optional<Application> found = applications.find(command.data());
      found.ifPresent(session::select);
      return ResponseApdu.of(found.isPresent() ? DONE : FILE_NOT_FOUND);
    }
    if (command.has(BY_FILE_ID, NO_FILE_INFORMATION)) {
      return selectFile(command.data());
    }
    return ResponseApdu.of(WRONG_PARAMETERS);
  }

  private ResponseApdu selectFile(byte[] id) {
    if (id.length != 2) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    int number = (id[0] & 0xFF) << 8 | id[1] & 0xFF;
    Optional<ElementaryFile> found =
        session.application().map(application -> application.files().get(number));
    found.ifPresent(session::select);
    return ResponseApdu.of(found.isPresent() ? DONE : FILE_NOT_FOUND);
  }

  ResponseApdu readBinary(CommandApdu command) {
    if (session.file().isEmpty()) {
      return ResponseApdu.of(NO_CURRENT_FILE);
    }
    if (!(session.file().get() instanceof ElementaryFile.Readable file)) {
      return ResponseApdu.of(WRONG_KIND_OF_FILE);
    }
    if (!session.mayRead(file)) {
      return ResponseApdu.of(ACCESS_DENIED);
    }
    if (command.hasData() || command.le() == CommandApdu.NO_LE) {
      return ResponseApdu.of(WRONG_LENGTH);
    }
    int offset = command.p1p2();
    byte[] content = file.content().get();
    if ((offset & SHORT_FILE_ID) != 0 || offset >= content.length) {
      return ResponseApdu.of(WRONG_OFFSET);
    }
    int end = Math.min(content.length, offset + command.le());
    return ResponseApdu.ok(Arrays.copyOfRange(content, offset, end));
  }

  ResponseApdu readRecord(CommandApdu command) {
    if (session.file().isEmpty()) {
      return ResponseApdu.of(NO_CURRENT_FILE);
    }
    if (!(session.file().get() instanceof ElementaryFile.RecordFile file)) {
      return ResponseApdu.of(WRONG_KIND_OF_FILE);
    }
    if (command.p2() != RECORD_BY_NUMBER) {
      return ResponseApdu.of(WRONG_PARAMETERS);
    }
    int number = command.p1();
    if (number < 1 || number > file.records().size()) {
      return ResponseApdu.of(RECORD_NOT_FOUND);
    }
    return ResponseApdu.ok(file.records().get(number - 1));
  }
}
