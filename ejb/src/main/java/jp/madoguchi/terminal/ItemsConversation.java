package jp.madoguchi.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.resident.BasicFourItems;
import jp.madoguchi.resident.Sex;

/** Reads the basic four items from the 入力補助 application. */
final class ItemsConversation implements CardConversation {

  private static final int ITEMS = 0xFF20;
  private static final int NAME = 0xDF22;
  private static final int ADDRESS = 0xDF23;
  private static final int BIRTH_DATE = 0xDF24;
  private static final int SEX = 0xDF25;

  /** Eight reads of 256 bytes: 氏名 and 住所 of 200 characters each stay well below that. */
  private static final int READS = 8;

  private final ItemsAccess access;
  private final CompletableFuture<ItemsReading> answered = new CompletableFuture<>();
  private boolean opened;
  private byte[] record = new byte[0];
  private int reads;

  ItemsConversation(ItemsAccess access) {
    this.access = access;
  }

  /** Completed once the card has answered, or has gone. */
  CompletableFuture<ItemsReading> answered() {
    return answered;
  }

  @Override
  public List<CommandApdu> next() {
    if (answered.isDone()) {
      return List.of();
    }
    reads++;
    CommandApdu read = CommandApdu.read(record.length, 256);
    return opened
        ? List.of(read)
        : List.of(
            CommandApdu.selectApplication(ApplicationId.INPUT_SUPPORT),
            CommandApdu.selectFile(access.pinFile()),
            CommandApdu.verify(access.secret()),
            CommandApdu.selectFile(0x0002),
            read);
  }

  @Override
  public void answered(BatchResult result) {
    if (result.ended() != BatchEnd.DONE || result.answers().isEmpty()) {
      answered.complete(
          result.ended() == BatchEnd.STATUS && !opened && result.answers().size() == 3
              ? ItemsReading.refusedOrFailed(result.last())
              : new ItemsReading.Failed());
      return;
    }
    opened = true;
    append(result.last().data());
    if (result.last().length() == 0 || record.length >= wholeLength()) {
      answered.complete(new ItemsReading.Read(parse(Arrays.copyOf(record, wholeLength()))));
    } else if (reads == READS) {
      answered.complete(new ItemsReading.Failed());
    }
  }

  @Override
  public void close() {
    Arrays.fill(access.secret(), (byte) 0);
    Arrays.fill(record, (byte) 0);
    answered.complete(new ItemsReading.Failed());
  }

  private void append(byte[] more) {
    byte[] longer = Arrays.copyOf(record, record.length + more.length);
    System.arraycopy(more, 0, longer, record.length, more.length);
    record = longer;
  }

  private int wholeLength() {
    if (record.length < 5) {
      throw new UnreadableAnswerException("The record of the four items is cut off");
    }
    int first = record[2] & 0xFF;
    return switch (first) {
      case 0x81 -> 4 + (record[3] & 0xFF);
      case 0x82 -> 5 + ((record[3] & 0xFF) << 8 | (record[4] & 0xFF));
      default -> 3 + first;
    };
  }

  private static BasicFourItems parse(byte[] bytes) {
    List<Tlv> items = Tlv.parse(Tlv.require(Tlv.parse(bytes), ITEMS));
    try {
      LocalDate birthDate =
          LocalDate.parse(text(items, BIRTH_DATE), DateTimeFormatter.BASIC_ISO_DATE);
      Sex sex =
          Sex.find(Integer.parseInt(text(items, SEX)))
              .orElseThrow(() -> new UnreadableAnswerException("The sex has another code"));
      return new BasicFourItems(text(items, NAME), text(items, ADDRESS), birthDate, sex);
    } catch (DateTimeException | NumberFormatException e) {
      throw new UnreadableAnswerException("The birth date or the sex has another form");
    }
  }

  private static String text(List<Tlv> items, int tag) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Tlv.require(items, tag)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableAnswerException("An item is not written in UTF-8");
    }
  }
}
